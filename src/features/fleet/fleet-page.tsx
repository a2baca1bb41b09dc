import { useDeferredValue } from 'react'
import { Link } from 'react-router'

import { useInstances } from '#api/queries.ts'
import { paths } from '#model/paths.ts'
import { Freshness } from '#page/freshness.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { buttonClass } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/loading.tsx'

import { AttentionSlot, Fleet, useFleetView, useViewOptions } from './fleet.tsx'

const rows = Array.from({ length: 9 }, (_, index) => index)

/** The fleet at its true size before its first answer. */
const FleetSkeleton = () => {
  const { options } = useViewOptions(useFleetView())
  return (
    <div role="status" aria-label="Loading instances">
      <div className="fleet-summary">
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-2.5 flex-1" />
      </div>
      <AttentionSlot />
      <div className="-mx-4 h-8.5 border-b border-line md:-mx-6" />
      <div className="h-12" />
      <div className="-mx-4 border-y border-line bg-surface md:-mx-6">
        <div className="h-8.5 border-b border-line max-sm:hidden" />
        {rows.map((row) => (
          <div
            key={row}
            className={cx(
              'flex items-center gap-6 border-b border-line px-4 last:border-b-0 max-sm:h-14 md:px-6',
              options.density === 'compact' ? 'h-9' : 'h-11',
            )}
          >
            <Skeleton className="size-4" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-24 max-md:hidden" />
            <Skeleton className="h-4 flex-1 max-md:hidden" />
          </div>
        ))}
      </div>
    </div>
  )
}

const EmptyFleet = lazyPart(() => import('./empty-fleet.tsx'), { fallback: FleetSkeleton, failed: 'line' })

const LoadFailure = lazyPart(() => import('#page/load-failure.tsx'), {
  fallback: FleetSkeleton,
  failed: 'line',
})

/** The fleet: everything the account has, what it does and what it costs. */
export const FleetPage = () => {
  const query = useInstances()
  const failure = useLoadFailure(query)
  // What a poll brings waits for what is typed; the first list waits for nothing.
  const list = useDeferredValue(query.data) ?? query.data
  useTitle('Instances')

  return (
    <div data-wide>
      <PageHeader
        title="Instances"
        actions={
          <>
            <span className="flex min-w-17.5 justify-end sm:min-w-20">
              <Freshness query={query} />
            </span>
            <Link to={paths.create()} className={buttonClass({ variant: 'primary' })}>
              Create instance
            </Link>
          </>
        }
      />
      {list !== undefined ? (
        list.instances.length === 0 && list.unreadable === 0 ? (
          <EmptyFleet />
        ) : (
          <Fleet list={list} />
        )
      ) : failure !== null ? (
        <LoadFailure title="The instances could not be loaded." failure={failure} query={query} />
      ) : (
        <FleetSkeleton />
      )}
    </div>
  )
}
