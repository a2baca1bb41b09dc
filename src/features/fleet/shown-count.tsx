import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { perObject } from '#lib/per-object.ts'
import { type FleetView, isFiltered, noFilters } from '#model/fleet/fleet-search.ts'
import { withoutDeleted } from '#model/fleet/fleet-view.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'

interface ShownCountProps {
  instances: readonly Instance[]
  /** Those of them that are shown. */
  shown: readonly Instance[]
  view: FleetView
  onView: (part: Partial<FleetView>) => void
}

/** Once a list, and not with each letter that is typed. */
const priceOf = perObject((shown: readonly Instance[]) =>
  hourlyText(sumCosts(shown.map((instance) => hourlyCost(instance).now))),
)
const showsDeleted = (view: FleetView): boolean => withoutDeleted([{ state: 'deleted' }], view).length > 0
const livingIn = perObject((instances: readonly Instance[]) => withoutDeleted(instances, noFilters).length)

/** How many of the fleet are shown, and what these cost, while something hides the rest; and the way back to all of them. */
export const ShownCount = ({ instances, shown, view, onView }: ShownCountProps) => (
  <>
    {/* Of one line: a price that does not fit is left out whole. */}
    <p
      className={cx(
        'flex h-4.5 shrink flex-wrap justify-end overflow-hidden text-secondary whitespace-pre text-ink-muted',
        // Not with the first letter that is typed: the field would be narrower at once.
        isFiltered(view) ? 'max-sm:hidden' : 'max-lg:hidden',
      )}
    >
      <span className="font-name text-ink">
        {formatCount(shown.length)} of{' '}
        {formatCount(showsDeleted(view) ? instances.length : livingIn(instances))}
      </span>
      <span className="max-[54rem]:hidden"> · {priceOf(shown)} / h</span>
    </p>
    <Button size="sm" variant="ghost" onClick={() => onView(noFilters)}>
      Clear all
    </Button>
  </>
)
