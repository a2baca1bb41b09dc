import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatDateTime, formatDollars, formatMonthly, formatPercent, formatRange } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { instanceToDate } from './ledger-instance.ts'
import { useNow } from '#page/use-now.ts'

import { ObservedLine } from './observed-line.tsx'

interface ObservedCostProps {
  uuid: string
  /** ms since the epoch. */
  createdAt: number
}

/** What this browser's ledger makes of one instance: between which bounds its cost lies, and how much of its life was seen. */
const ObservedCost = ({ uuid, createdAt }: ObservedCostProps) => {
  const ledger = useQuery(ledgerQuery(useApi())).data ?? null
  const now = useNow(MINUTE)
  if (ledger === null) return <ObservedLine />
  const toDate = instanceToDate(ledger, uuid, now)
  if (toDate === null) return <ObservedLine>nothing yet</ObservedLine>
  const { low, estimate, high, seen, unknown, from } = toDate
  const since = from > createdAt ? `, since ${formatDateTime(from)}` : ''
  return (
    <ObservedLine
      seen={`${formatPercent(seen * 100)} of the time${since}`}
      basis={`At least ${formatDollars(low)}, about ${formatMonthly(estimate)}, at most ${formatDollars(high)}. What was not seen lies between its disk alone and running all along.`}
    >
      {unknown.length > 0 && 'from '}
      {formatRange(low, high)}
    </ObservedLine>
  )
}
export default ObservedCost
