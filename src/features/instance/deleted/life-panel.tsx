import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatAge, formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { boundsText } from '#model/pricing/amount-text.ts'
import { useNow } from '#page/use-now.ts'
import { activityQuery, ledgerQuery } from '#storage/stored-queries.ts'
import { cx } from '#ui/cx.ts'

import { instanceToDate, type LifeKind, lifeOf, timeOf } from '../cost/ledger-instance.ts'

const fills: Readonly<Record<LifeKind, string>> = {
  ran: 'bg-plot',
  stopped: 'bg-part-disk',
  unseen: 'bg-[repeating-linear-gradient(135deg,var(--hatch)_0_2px,transparent_2px_5px)]',
}
const words: Readonly<Record<LifeKind, string>> = { ran: 'ran', stopped: 'stopped', unseen: 'not seen' }
const kinds: readonly LifeKind[] = ['ran', 'stopped', 'unseen']

/** What is left of a deleted instance: when it went, its life as a bar, and what that came to. */
export const LifePanel = ({ instance: { uuid } }: { instance: Instance }) => {
  const api = useApi()
  const now = useNow(MINUTE)
  const { data: record } = useQuery(activityQuery(api))
  const ledger = useQuery(ledgerQuery(api)).data ?? null
  const deletion = record?.happenings.find((one) => one.uuid === uuid && one.kind === 'deleted')
  const parts = ledger === null ? [] : lifeOf(ledger, uuid, deletion?.at ?? now)
  const first = parts[0]?.from ?? 0
  const last = parts.at(-1)?.to ?? 0
  const toDate = ledger === null ? null : instanceToDate(ledger, uuid, now)
  return (
    <section aria-label="Deletion" className="rounded-panel border border-line bg-surface p-4">
      <p>
        <span className="font-semibold">
          {deletion?.isOwn === true ? 'You deleted it' : 'It was deleted'}
          {deletion !== undefined && ` ${formatAgo(now - deletion.at)}`}.
        </span>{' '}
        <span className="text-ink-muted">Billing ended, its data is gone.</span>
      </p>
      {parts.length > 0 && (
        <>
          <div aria-hidden className="mt-3 flex h-3 overflow-hidden rounded-[3px]">
            {parts.map(({ kind, from, to }) => (
              <span
                key={from}
                className={cx('h-full min-w-px forced-color-adjust-none', fills[kind])}
                style={{ flexGrow: to - from, flexBasis: 0 }}
              />
            ))}
          </div>
          <p className="mt-1.5 flex justify-between text-small text-ink-muted">
            <span>{formatDateTime(first)}</span>
            <span>{formatDateTime(last)}</span>
          </p>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-secondary text-ink-muted">
            {kinds
              .filter((kind) => timeOf(parts, kind) > 0)
              .map((kind) => (
                <span key={kind} className="inline-flex items-center gap-1.5">
                  <span
                    aria-hidden
                    className={cx('size-2 rounded-[2px] forced-color-adjust-none', fills[kind])}
                  />
                  {words[kind]} {formatAge(timeOf(parts, kind))}
                </span>
              ))}
            {toDate !== null && (
              <span className="ml-auto font-medium text-ink">{boundsText(toDate).estimate}</span>
            )}
          </p>
        </>
      )}
    </section>
  )
}
