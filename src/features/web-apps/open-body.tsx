import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import KeyRound from 'lucide-react/icons/key-round'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { formatAge, formatPercent } from '#lib/format.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { withOpened } from '#model/instance/web-apps.ts'
import { cpuSlots, NEARLY_FULL } from '#model/usage/usage.ts'
import { shareOf, useUsage } from '#page/use-usage.ts'
import { webAppsUsed } from '#storage/instances.ts'
import { buttonClass } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { cx } from '#ui/cx.ts'
import { LinkTools } from '#ui/link-tools.tsx'
import { Sparkline } from '#ui/sparkline.tsx'

import { Acts, Facts, mainActClass, Opened, Picture } from './parts.tsx'
import type { BodyProps } from './tile.tsx'

const Figure = ({ share, what, bad = false }: { share: number; what: string; bad?: boolean }) => (
  <span className={cx(bad && 'text-bad-ink')}>
    <span translate="no" className={cx('text-body font-name', !bad && 'text-ink')}>
      {formatPercent(share)}
    </span>{' '}
    {what}
  </span>
)

interface UsageProps extends Pick<BodyProps, 'instance' | 'openedAt'> {
  idleSince: number | null
}

/** The last hour of its CPU, and what is in use now. */
const Usage = ({ instance: { uuid }, openedAt, idleSince }: UsageProps) => {
  const { ref, history, latest, isError, now } = useUsage(uuid)
  const memory = shareOf(latest?.memUsed, latest?.memTotal)
  return (
    <div ref={ref}>
      <div className="mt-3 flex h-22 items-end border-b border-line">
        <Sparkline
          values={cpuSlots(history, { now, span: HOUR, slot: MINUTE })}
          max={100}
          height={86}
          tone={idleSince === null ? 'plot' : 'lamp'}
        />
      </div>
      <Facts
        end={
          idleSince === null ? (
            <Opened at={openedAt} />
          ) : (
            <span className="text-lamp-ink">idle {formatAge(Math.max(0, now - idleSince))}</span>
          )
        }
      >
        {latest === null && isError && <span className="text-bad-ink">no answer</span>}
        {latest !== null && latest.cpu !== null && <Figure share={latest.cpu} what="CPU" />}
        {memory !== null && <Figure share={memory * 100} what="memory" bad={memory >= NEARLY_FULL} />}
      </Facts>
    </div>
  )
}

const FirstPassword = ({ instance: { name, original_ccloud_password: password } }: { instance: Instance }) =>
  password === null ? null : (
    <CopyButton
      secret
      size="md"
      text={password}
      what={`first password of ${name}`}
      icon={<KeyRound aria-hidden size={15} />}
    />
  )

/** A web app that runs: its last hour, and the ways in. */
export const OpenBody = ({
  instance,
  app,
  url,
  openedAt,
  idleSince,
}: BodyProps & { url: string; idleSince: number | null }) => {
  const { connectionId, now } = useApi()
  const { name, uuid } = instance
  const stored = webAppsUsed.of(connectionId)
  // Where the browser does not keep it, that is no news to somebody who opens something.
  const noteOpened = () => void stored.write(withOpened(stored.read(), uuid, now()))
  return (
    <>
      {checkAction('stats', instance).allowed ? (
        <Usage instance={instance} openedAt={openedAt} idleSince={idleSince} />
      ) : (
        <>
          <Picture>No usage of virtual machines</Picture>
          <Facts end={<Opened at={openedAt} />} />
        </>
      )}
      <Acts>
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          title={url}
          aria-label={`Open ${app} on ${name}`}
          onClick={noteOpened}
          onAuxClick={(event) => {
            if (event.button === 1) noteOpened()
          }}
          className={cx(buttonClass({ variant: 'primary' }), mainActClass, 'mr-1 min-w-0')}
        >
          <span className="truncate">Open {app}</span>
          <ArrowUpRight aria-hidden size={14} />
        </a>
        <LinkTools name={name} url={url} what="address" named size="md" />
        <FirstPassword instance={instance} />
      </Acts>
    </>
  )
}
