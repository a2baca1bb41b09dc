import { queryOptions, type QueryClient } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

import type { Api } from './api-context.ts'
import { findInstance, putInList, shareInstances } from './cache.ts'
import { keys } from './keys.ts'

/** `GET /api/instance/`, polled for as long as somebody looks. */
export const instancesQuery = ({ connectionId, client, pendingActs, pollWatch }: Api) =>
  queryOptions({
    queryKey: keys.list(connectionId),
    queryFn: async ({ signal }) => {
      const list = await client.list(signal)
      pendingActs.settle(list.instances, true)
      return list
    },
    structuralSharing: shareInstances,
    refetchInterval: (query) => pollWatch.delay(query, query.state.data?.instances ?? []),
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
  const { connectionId, client, pendingActs, pollWatch } = api
  const listKey = keys.list(connectionId)
  return queryOptions({
    queryKey: keys.detail(connectionId, ref),
    queryFn: async ({ signal }) => {
      const instance = await client.get(await addressOf(api, queries, ref, signal), signal)
      pendingActs.settle([instance], false)
      putInList(queries, connectionId, instance)
      return instance
    },
    initialData: (): Instance | undefined => findInstance(queries.getQueryData<InstanceList>(listKey), ref),
    initialDataUpdatedAt: () => queries.getQueryState(listKey)?.dataUpdatedAt,
    refetchInterval: (query) =>
      pollWatch.delay(query, query.state.data === undefined ? [] : [query.state.data]),
  })
}

/** Milliseconds between two readings of a container's usage while somebody looks. */
export const statsInterval = 3000

/** `GET /api/instance/{uuid}/stats/`: containers that run. One reading a query; whoever draws a history keeps it. */
export const statsQuery = (
  { connectionId, client, pollWatch, statsGate }: Api,
  uuid: string,
  interval = statsInterval,
) =>
  queryOptions({
    queryKey: keys.stats(connectionId, uuid),
    queryFn: ({ signal }) => statsGate(() => client.stats(uuid, signal)),
    retry: false,
    staleTime: 0,
    gcTime: 60_000,
    structuralSharing: false,
    refetchInterval: (query) => pollWatch.statsDelay(query, interval),
  })
