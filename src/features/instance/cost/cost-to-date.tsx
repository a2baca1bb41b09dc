import type { Instance } from '#contract/instance.ts'
import { formatDuration, formatMonthly } from '#lib/format.ts'
import { ZERO } from '#lib/money.ts'
import { MINUTE, parseTimestamp } from '#lib/time.ts'
import { costIfAlwaysRan, hourlyCost } from '#model/pricing/cost.ts'
import { Button } from '#ui/button.tsx'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Note } from '#ui/note.tsx'
import { useNow } from '#page/use-now.ts'

import { ObservedLine, toDateLine } from './observed-line.tsx'

const NotLoaded = ({ retry }: Failure) => (
  <ObservedLine>
    not loaded{' '}
    <Button size="sm" onClick={retry}>
      Try again
    </Button>
  </ObservedLine>
)
const Empty = () => <ObservedLine />
const ObservedCost = lazyPart(() => import('./observed-cost.tsx'), { failed: NotLoaded, fallback: Empty })

/**
 * What the instance came to since its creation, told in two ways, since the service tells no billing history: as if it always ran,
 * and as far as this browser saw it. The second is read later; its line is there before.
 */
export const CostToDate = ({ instance }: { instance: Instance }) => {
  const now = useNow(MINUTE)
  const createdAt = parseTimestamp(instance.created_at)
  const cost = hourlyCost(instance)
  if (createdAt === null || cost.running.known === ZERO) return null
  const isAllKnown = cost.running.unknown.length === 0
  return (
    <Note className="mt-3">
      <p>
        <strong>Since it was created</strong>, {formatDuration(now - createdAt)} ago
      </p>
      <dl className="mt-1">
        <div className={toDateLine}>
          <dt>if it always ran at this size</dt>
          <dd className="text-right whitespace-nowrap text-ink">
            {isAllKnown ? '' : 'from '}
            {formatMonthly(costIfAlwaysRan(cost, createdAt, now))}
          </dd>
        </div>
        <ObservedCost uuid={instance.uuid} createdAt={createdAt} />
      </dl>
      <p className="mt-1">
        Both are estimates, since the service tells no billing history; the second is what this browser saw of
        it. A month is 730 hours.
      </p>
    </Note>
  )
}
