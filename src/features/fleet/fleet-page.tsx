import { useDeferredValue, useEffect } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import { paths } from '#model/paths.ts'
import { Freshness } from '#page/freshness.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { buttonClass } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'

import { Fleet, useFleetView, useViewOptions } from './fleet.tsx'

/** What `public/first-paint.js` has drawn of the fleet before the app was there: shown on for as long as the first list takes. */
let drawn = document.querySelector<HTMLElement>('#first-fleet')

/** Else it is what stands in `index.html`, where it is no part of the script that the first page waits for: a head and one row. */
const skeleton = (): Node => {
  const template = document.querySelector<HTMLTemplateElement>('#fleet-skeleton')
  const copy = document.importNode(template?.content ?? document.createDocumentFragment(), true)
  const row = copy.querySelector('[data-row]')
  for (let more = 8; more > 0; more -= 1) row?.after(row.cloneNode(true))
  return copy
}

/** The fleet at its true size before its first answer. */
const FleetSkeleton = () => {
  const { connectionId } = useApi()
  const { options } = useViewOptions(useFleetView())
  return (
    <div
      ref={(box) => {
        if (box === null) return
        box.replaceChildren(drawn?.dataset['account'] === connectionId ? drawn : skeleton())
      }}
      role="status"
      aria-label="Loading instances"
      data-compact={options.density === 'compact' || undefined}
    />
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
  useEffect(() => {
    drawn = null
  }, [])

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
