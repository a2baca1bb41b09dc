import { useNow } from '#page/use-now.ts'
import type { Instance } from '#contract/instance.ts'
import { formatDuration, formatMonthly } from '#lib/format.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { costIfAlwaysRan, hourlyCost } from '#model/cost.ts'
import { Note } from '#ui/note.tsx'

/** An upper guess of the cost since creation, with what it assumes: the API has no billing history. */
export const CostToDate = ({ instance }: { instance: Instance }) => {
  const now = useNow(MINUTE)
  const createdAt = parseTimestamp(instance.created_at)
  const cost = hourlyCost(instance)
  if (createdAt === null || cost.running.known === 0n) return null
  const isAllKnown = cost.running.unknown.length === 0
  return (
    <Note className="mt-3">
      {isAllKnown ? '' : 'More than '}
      {formatMonthly(costIfAlwaysRan(cost, createdAt, now))} since it was created{' '}
      {formatDuration(now - createdAt)} ago, if it always ran at this size: an estimate, since the service
      tells no billing history. A month is 730 hours.
    </Note>
  )
}
