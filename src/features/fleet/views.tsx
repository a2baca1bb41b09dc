import { Link } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { perObject } from '#lib/per-object.ts'
import { filteredText } from '#model/fleet/filtered-text.ts'
import { filterText, type FleetView, noFilters } from '#model/fleet/fleet-search.ts'
import { filterInstances } from '#model/fleet/fleet-view.ts'
import { paths } from '#model/paths.ts'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const views = [
  { name: 'All', filters: noFilters },
  { name: 'Running', filters: { ...noFilters, state: ['running'] } },
  { name: 'GPU', filters: { ...noFilters, gpu: 'yes' as const } },
  { name: 'Web apps', filters: { ...noFilters, app: 'yes' as const } },
  { name: 'Disk only', filters: { ...noFilters, state: ['stopped'] } },
]

export const viewTabClass = (isCurrent: boolean): string =>
  cx(
    '-mb-px flex h-8.5 shrink-0 items-center gap-1.5 rounded-t-sm border-b-2 px-1.5 text-secondary font-medium whitespace-nowrap -outline-offset-2 sm:px-2.5',
    isCurrent ? 'border-accent text-ink' : 'border-transparent text-ink-muted hover:text-ink',
  )

const SavedViews = lazyPart(() => import('./saved-views.tsx'), { failed: 'silent' })

export const builtInViews: readonly string[] = views.map(({ name }) => name)

/** How many each of them shows: counted once a reading, and not with each letter that is typed. */
const countsOf = perObject((instances: readonly Instance[]) =>
  views.map(({ filters }) => filterInstances(instances, filters).length),
)

interface ViewsProps {
  /** Those that are not deleted. */
  instances: readonly Instance[]
  view: FleetView
}

/** Views of the fleet by what is asked most, each a link with how many it shows. */
const Views = ({ instances, view }: ViewsProps) => {
  const current = filterText(view)
  const counts = countsOf(instances)
  return (
    <nav
      aria-label="Views"
      className="flex h-full [scrollbar-width:none] gap-0.5 overflow-x-auto overflow-y-hidden border-b border-line px-2.5 md:px-3.5"
    >
      {views.map(({ name, filters }, index) => {
        const isCurrent = filterText(filters) === current
        return (
          <Link
            key={name}
            to={{ pathname: paths.instances(), search: filteredText(view, filters) }}
            aria-current={isCurrent ? 'true' : undefined}
            className={viewTabClass(isCurrent)}
          >
            {name}
            <span className="text-small font-normal text-ink-muted max-sm:hidden">
              {formatCount(counts[index] ?? 0)}
            </span>
          </Link>
        )
      })}
      <SavedViews view={view} />
    </nav>
  )
}
export default Views
