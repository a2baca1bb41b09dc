import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { type Bounds, boundsText, shareText } from '#model/pricing/amount-text.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import { ledgerQuery } from '#storage/stored-queries.ts'
import { instanceToDate } from './ledger-instance.ts'
import { useNow } from '#page/use-now.ts'

import { ObservedLine } from './observed-line.tsx'

interface ObservedCostProps {
  uuid: string
  /** ms since the epoch. */
  createdAt: number
}

const basisText = (bounds: Bounds): string => {
  const { low, estimate, high } = boundsText(bounds)
  const open = unknownText(bounds)
  const most = open === null ? `at most ${high}` : `and ${open}, which comes on top`
  return `At least ${low}, about ${estimate}, ${most}. What was not seen lies between its disk alone and running all along.`
}

/** What this browser's ledger makes of one instance: between which bounds its cost lies, and how much of its life was seen. */
const ObservedCost = ({ uuid, createdAt }: ObservedCostProps) => {
  const ledger = useQuery(ledgerQuery(useApi())).data ?? null
  const now = useNow(MINUTE)
  if (ledger === null) return <ObservedLine />
  const toDate = instanceToDate(ledger, uuid, now)
  if (toDate === null) return <ObservedLine>nothing yet</ObservedLine>
  const { seen, from } = toDate
  const since = from > createdAt ? `, since ${formatDateTime(from)}` : ''
  return (
    <ObservedLine seen={`${shareText(seen)} of the time${since}`} basis={basisText(toDate)}>
      {boundsText(toDate).range}
    </ObservedLine>
  )
}
export default ObservedCost
