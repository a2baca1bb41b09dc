import { useEffect, useEffectEvent, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstance } from '#api/use-instance.ts'
import { instanceRef, paths } from '#model/paths.ts'
import { useOperations } from '#operations/operations-context.ts'
import { storeNames } from '#storage/known-names.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { PageHeader } from '#ui/page-header.tsx'

import { InstanceMissing } from './instance-missing.tsx'
import { InstanceSkeleton } from './instance-skeleton.tsx'
import { InstanceView } from './instance-view.tsx'

/**
 * The uuid that is asked for under `ref`, once it is known: an instance that is renamed, here or elsewhere, stays the one that is shown,
 * and the address follows its name.
 */
const useFollowedRef = (ref: string) => {
  const navigate = useNavigate()
  const [known, setKnown] = useState<{ uuid: string; refs: readonly string[] } | null>(null)
  const uuid = known?.refs.includes(ref) === true ? known.uuid : null
  const query = useInstance(uuid ?? ref)
  const { data } = query
  // While the address is still the old name, both lead to it; after that only the new one does.
  const refs = data === undefined ? null : ref === data.uuid ? [ref] : [...new Set([ref, data.name])]
  if (data !== undefined && refs !== null && (known?.uuid !== data.uuid || known.refs.join() !== refs.join()))
    setKnown({ uuid: data.uuid, refs })

  const follow = useEffectEvent((name: string) => {
    void navigate(
      { pathname: paths.instance({ name, uuid: data?.uuid ?? ref }), search: globalThis.location.search },
      { replace: true },
    )
  })
  const newName = data !== undefined && uuid === data.uuid && refs?.length === 2 ? data.name : null
  useEffect(() => {
    if (newName !== null) follow(newName)
  }, [newName])
  return query
}

/** One instance, under its name or its uuid. */
const InstancePage = () => {
  const ref = instanceRef(useLocation().pathname)
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const navigate = useNavigate()
  const query = useFollowedRef(ref)
  const { data: instance, error } = query

  // The list may come later, or not at all.
  useEffect(() => {
    if (instance !== undefined)
      void storeNames(connectionId, { present: [instance], gone: [], before: null }, now())
  }, [connectionId, instance, now])

  const leave = useEffectEvent((uuid: string) => {
    if (uuid === instance?.uuid) void navigate(paths.instances())
  })
  useEffect(
    () =>
      operations.events.listen(({ operation: { request, status } }) => {
        if (request.action === 'delete' && status === 'accepted') leave(request.uuid)
      }),
    [operations],
  )

  if (error?.isNotFound === true) return <InstanceMissing refInUrl={ref} />
  if (instance !== undefined) return <InstanceView key={instance.uuid} instance={instance} query={query} />
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
