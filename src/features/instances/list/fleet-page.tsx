import { useInstances } from '#api/use-instances.ts'
import { paths } from '#model/paths.ts'
import { Alert } from '#ui/alert.tsx'
import { buttonClass } from '#ui/button-class.ts'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Link } from 'react-router'

import { useTitle } from '#ui/use-title.ts'
import { EmptyFleet } from './empty-fleet.tsx'
import { Fleet } from './fleet.tsx'
import { FleetSkeleton } from './fleet-skeleton.tsx'

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
        <div className="mt-4">
          <Alert
            title="The instances could not be loaded."
            actions={
              <Button pending={query.isFetching} onClick={() => void query.refetch()}>
                Try again
              </Button>
            }
          >
            {query.error.message} Nothing was changed; what runs goes on running. It is tried again by itself.
          </Alert>
        </div>
      ) : (
        <FleetSkeleton />
      )}
    </>
  )
}
