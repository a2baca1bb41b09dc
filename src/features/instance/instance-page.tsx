import { useQuery } from '@tanstack/react-query'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { useEffect, useEffectEvent, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import { useInstance } from '#api/use-instance.ts'
import type { Instance } from '#contract/instance.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { MINUTE } from '#lib/time.ts'
import { instanceRef, paths } from '#model/paths.ts'
import { useOperations } from '#operations/operations-context.ts'
import LoadFailure from '#page/load-failure.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { useNow } from '#page/use-now.ts'
import { useOtherConnections } from '#session/other-connections.ts'
import { type KnownName, storeNames } from '#storage/known-names.ts'
import { knownNamesQuery } from '#storage/stored-queries.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/loading.tsx'

import { InstanceView } from './instance-view.tsx'
import { Namesakes } from './namesakes.tsx'

const LastSeen = ({ known }: { known: KnownName }) => {
  const now = useNow(MINUTE)
  return (
    <>
      This browser last saw <span className="font-medium wrap-anywhere text-ink">{known.name}</span>{' '}
      {formatAgo(now - known.seenAt)} ({formatDateTime(known.seenAt)}). It has been deleted since, or the key
      in use belongs to another account.
    </>
  )
}

/** There is no such instance; says what became of it, as far as this browser knows. */
const InstanceMissing = ({ refInUrl }: { refInUrl: string }) => {
  const others = useOtherConnections()
  const { data: names } = useQuery(
    knownNamesQuery(
      useApi(),
      others.map(({ id }) => id),
      refInUrl,
    ),
  )
  const [known = null, ...inOthers] = names ?? []
  const newest = Math.max(...inOthers.map((name) => name?.seenAt ?? 0))
  // Another account that this browser has a key of, and that had it when last seen.
  const elsewhere = newest > 0 ? others[inOthers.findIndex((name) => name?.seenAt === newest)] : undefined
  const isRenamed = known !== null && known.name !== refInUrl && known.uuid !== refInUrl
  useTitle('Instance not found')

  return (
    <>
      <PageHeader
        crumb={
          <Link
            to={paths.instances()}
            className="-ml-1 inline-flex items-center gap-0.5 rounded-sm hover:text-ink"
          >
            <ChevronLeft aria-hidden size={15} />
            Instances
          </Link>
        }
        title="Instance not found"
      />
      {names !== undefined && (
        <EmptyState
          title={isRenamed ? `${refInUrl} was renamed` : `There is no instance ${refInUrl}`}
          actions={
            <>
              {elsewhere !== undefined && (
                <Button variant={isRenamed ? 'default' : 'primary'} onClick={elsewhere.switchTo}>
                  Switch to {elsewhere.name}
                </Button>
              )}
              {isRenamed && (
                <Link to={paths.instance(known)} className={buttonClass({ variant: 'primary' })}>
                  Open {known.name}
                </Link>
              )}
              <Link
                to={paths.instances()}
                className={buttonClass({
                  variant: isRenamed || elsewhere !== undefined ? 'default' : 'primary',
                })}
              >
                All instances
              </Link>
            </>
          }
        >
          {known === null &&
            elsewhere === undefined &&
            'This browser has never seen it. The name may be mistyped, or belong to another account.'}
          {known !== null &&
            isRenamed &&
            `It is called ${known.name} now. Links with the old name no longer work.`}
          {known !== null && !isRenamed && <LastSeen known={known} />}
          {elsewhere !== undefined && (
            <p>
              The account <span className="font-medium wrap-anywhere text-ink">{elsewhere.name}</span> (
              {elsewhere.hint}) had it when this browser last looked there.
            </p>
          )}
        </EmptyState>
      )}
    </>
  )
}

const Block = ({ className }: { className: string }) => (
  <div className={`rounded-panel border border-line bg-surface p-4 ${className}`}>
    <Skeleton className="h-4 w-28" />
  </div>
)

/** The page at its true size, before anything is known of the instance. */
const InstanceSkeleton = () => (
  <div aria-busy="true">
    <p className="sr-only">Loading the instance…</p>
    <Skeleton className="mb-1.5 h-[1.125rem] w-24" />
    <Skeleton className="my-1 h-7 w-72 max-w-full" />
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
      <Block className="h-[29.375rem]" />
      <div className="grid gap-4">
        <Block className="h-[16.25rem]" />
        <Block className="h-[20.625rem]" />
      </div>
    </div>
  </div>
)

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

/** The instances that a name stands for, but for deleted ones. */
const useNamed = (ref: string): readonly Instance[] =>
  (useInstances().data?.instances ?? []).filter(({ name, state }) => name === ref && state !== 'deleted')

/** One instance, under its name or its uuid. */
const InstancePage = () => {
  const ref = instanceRef(useLocation().pathname)
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const navigate = useNavigate()
  const query = useFollowedRef(ref)
  const { data: instance, error } = query
  const failure = useLoadFailure(query, ref)

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

  const named = useNamed(ref)
  if (named.length > 1) return <Namesakes name={ref} instances={named} />

  const isMissing = error?.isNotFound === true || (failure !== 'offline' && failure?.isNotFound === true)
  if (isMissing) return <InstanceMissing refInUrl={ref} />
  if (instance !== undefined) return <InstanceView key={instance.uuid} instance={instance} query={query} />
  if (failure !== null)
    return (
      <>
        <PageHeader title={ref} />
        <LoadFailure title="This instance could not be loaded." failure={failure} query={query} />
      </>
    )
  return <InstanceSkeleton />
}
export default InstancePage
