import { useInstances } from '#api/use-instances.ts'
import { paths } from '#model/paths.ts'
import { buttonClass } from '#ui/button-class.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Link } from 'react-router'

import { lazyPart } from '#ui/lazy-part.tsx'
import { useTitle } from '#ui/use-title.ts'
import { Fleet } from './fleet.tsx'
import { FleetSkeleton } from './fleet-skeleton.tsx'

const EmptyFleet = lazyPart(() => import('./empty-fleet.tsx'), { fallback: FleetSkeleton, failed: 'line' })

const FleetFailure = lazyPart(() => import('./fleet-failure.tsx'), {
  fallback: FleetSkeleton,
  failed: 'line',
})

/** The fleet: everything the account has, what it does and what it costs. */
export const FleetPage = () => {
  const query = useInstances()
  useTitle('Instances')

  return (
    <>
      <PageHeader
        title="Instances"
        actions={
          <Link to={paths.create()} className={buttonClass({ variant: 'primary' })}>
            Create instance
          </Link>
        }
      />
      {query.data !== undefined ? (
        query.data.instances.length === 0 && query.data.unreadable === 0 ? (
          <EmptyFleet />
        ) : (
          <Fleet list={query.data} query={query} />
        )
      ) : query.error !== null && !query.error.isUnauthorized ? (
        <FleetFailure error={query.error} isTrying={query.isFetching} onRetry={() => void query.refetch()} />
      ) : (
        <FleetSkeleton />
      )}
    </>
  )
}
