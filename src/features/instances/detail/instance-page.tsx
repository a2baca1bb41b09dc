import { useEffect } from 'react'
import { useLocation } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstance } from '#api/use-instance.ts'
import { instanceRef } from '#model/paths.ts'
import { rememberNames } from '#storage/known-names.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'

import { InstanceMissing } from './instance-missing.tsx'
import { InstanceSkeleton } from './instance-skeleton.tsx'
import { InstanceView } from './instance-view.tsx'

/** One instance, under its name or its uuid. */
const InstancePage = () => {
  const ref = instanceRef(useLocation().pathname)
  const { connectionId, now } = useApi()
  const query = useInstance(ref)
  const { data: instance, error } = query

  useEffect(() => {
    if (instance !== undefined) void rememberNames(connectionId, [instance], now())
  }, [connectionId, instance, now])

  if (error?.isNotFound === true) return <InstanceMissing refInUrl={ref} />
  if (instance !== undefined)
    return <InstanceView key={instance.uuid} instance={instance} refInUrl={ref} query={query} />
  if (query.isPaused || (error !== null && !error.isUnauthorized))
    return (
      <>
        <PageHeader title={ref} />
        <div className="mt-4">
          <Alert
            title={query.isPaused ? 'You are offline.' : 'This instance could not be loaded.'}
            actions={
              <Button pending={query.isFetching && !query.isPaused} onClick={() => void query.refetch()}>
                Try again
              </Button>
            }
          >
            {error?.message} Nothing was changed; what runs goes on running. It is tried again by itself.
          </Alert>
        </div>
      </>
    )
  return <InstanceSkeleton />
}
export default InstancePage
