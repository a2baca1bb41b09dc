import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatShortDay } from '#lib/calendar.ts'
import { formatDateTime } from '#lib/format.ts'
import { isoText, MINUTE } from '#lib/time.ts'
import { type Bounds, shareText } from '#model/pricing/amount-text.ts'
import { useNow } from '#page/use-now.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { Tooltip } from '#ui/tooltip.tsx'

import { instanceToDate } from './ledger-instance.ts'
import { ToDateLine } from './to-date-line.tsx'
import { toDateText } from './to-date-text.ts'

interface ObservedCostProps {
  uuid: string
  /** ms since the epoch. */
  createdAt: number
}

/** "≈ $24", and how far the truth may lie from it. */
const ToDateText = ({ bounds }: { bounds: Bounds }) => {
  const text = toDateText(bounds)
  if (text === null) return <span className="text-ink-muted">not known</span>
  return (
    <>
      {text.estimate}
      {text.range !== '' && <span className="text-ink-muted">{text.range}</span>}
    </>
  )
}

/** What this browser's ledger makes of one instance: its best guess, and the bounds between which its cost lies. */
const ObservedCost = ({ uuid, createdAt }: ObservedCostProps) => {
  const ledger = useQuery(ledgerQuery(useApi())).data ?? null
  const now = useNow(MINUTE)
  const toDate = ledger === null ? null : instanceToDate(ledger, uuid, now)
  if (toDate === null) return <ToDateLine />
  const { seen, from } = toDate
  const since = Math.max(from, createdAt)
  const basis = `seen ${shareText(seen)} of the time here`
  return (
    <ToDateLine
      since={
        <time dateTime={isoText(since)} data-tooltip={formatDateTime(since)}>
          Since {formatShortDay(since)}
        </time>
      }
    >
      <Tooltip text={basis}>
        <ToDateText bounds={toDate} />
      </Tooltip>
    </ToDateLine>
  )
}
export default ObservedCost
