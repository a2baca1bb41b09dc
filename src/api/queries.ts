import { hashKey, type QueryClient, type QueryFunctionContext, queryOptions } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

import type { Api } from './api-context.ts'
import { findInstance, putInList, shareInstances } from './cache.ts'
import { keys } from './keys.ts'
import type { PollWatch } from './poll-watch.ts'

const listed = (list: InstanceList | undefined): readonly Instance[] => list?.instances ?? []
const single = (instance: Instance | undefined): readonly Instance[] =>
  instance === undefined ? [] : [instance]
const none = (): readonly Instance[] => []

/** Makes a reading of a query known to the poll watch, as a success or as one more failure. */
const watched = <T>(
  pollWatch: PollWatch,
  { client: queries, queryKey }: QueryFunctionContext,
  instancesOf: (data: T | undefined) => readonly Instance[],
  read: () => Promise<T>,
): Promise<T> =>
  pollWatch.reading({
    query: hashKey(queryKey),
    errors: queries.getQueryState(queryKey)?.errorUpdateCount ?? 0,
    shown: () => instancesOf(queries.getQueryData<T>(queryKey)),
    read,
  })

/** `GET /api/instance/`, polled for as long as somebody looks. */
export const instancesQuery = ({ connectionId, client, pollWatch }: Api) =>
  queryOptions({
    queryKey: keys.list(connectionId),
    queryFn: (context) =>
      watched(pollWatch, context, listed, async () => {
        const list = await client.list(context.signal)
        pollWatch.saw(list.instances, true)
        return list
      }),
    structuralSharing: shareInstances,
    refetchInterval: (query) => pollWatch.delay(query, listed(query.state.data)),
  })

/** What is asked for as it is: uuids, and names of the form that the service gives (API page, "Instance names"). */
const plainRef = /^[\w-][\w.-]*$/

/**
 * Another name may have been made safe when it was read, or hold a slash, which proxies refuse in a path: the list knows the uuid
 * that it stands for.
 */
const addressOf = async (
  { connectionId, client }: Api,
  queries: QueryClient,
  ref: string,
  signal: AbortSignal,
): Promise<string> => {
  if (plainRef.test(ref)) return ref
  const list = queries.getQueryData<InstanceList>(keys.list(connectionId)) ?? (await client.list(signal))
  return findInstance(list, ref)?.uuid ?? ref
}

/** `GET /api/instance/{uuid}/`, polled; starts from the cached list's copy, so a page opened from the list is there at once. */
export const instanceQuery = (api: Api, queries: QueryClient, ref: string) => {
  const { connectionId, client, pollWatch } = api
  const listKey = keys.list(connectionId)
  return queryOptions({
    queryKey: keys.detail(connectionId, ref),
    queryFn: (context) =>
      watched(pollWatch, context, single, async () => {
        const instance = await client.get(await addressOf(api, queries, ref, context.signal), context.signal)
        pollWatch.saw([instance], false)
        putInList(queries, connectionId, instance)
        // A page that was opened by name goes on by uuid.
        if (ref !== instance.uuid) queries.setQueryData(keys.detail(connectionId, instance.uuid), instance)
        return instance
      }),
    initialData: (): Instance | undefined => findInstance(queries.getQueryData<InstanceList>(listKey), ref),
    initialDataUpdatedAt: () => queries.getQueryState(listKey)?.dataUpdatedAt,
    refetchInterval: (query) => pollWatch.delay(query, single(query.state.data)),
  })
}

/** Milliseconds between two readings of a container's usage while somebody looks. */
export const statsInterval = 3000

/** `GET /api/instance/{uuid}/stats/`: containers that run. Each reading is recorded where it arrives in the cache. */
export const statsQuery = (
  { connectionId, client, pollWatch, statsGate }: Api,
  uuid: string,
  interval = statsInterval,
) =>
  queryOptions({
    queryKey: keys.stats(connectionId, uuid),
    meta: { usageOf: uuid },
    queryFn: (context) =>
      watched(pollWatch, context, none, () => statsGate(() => client.stats(uuid, context.signal))),
    retry: false,
    staleTime: 0,
    gcTime: 60_000,
    structuralSharing: false,
    refetchInterval: (query) => pollWatch.statsDelay(query, interval),
  })
