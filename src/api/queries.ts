import { queryOptions, type QueryClient } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

import type { Api } from './api-context.ts'
import { findInstance, putInList, shareInstances } from './cache.ts'
import { keys } from './keys.ts'

/** `GET /api/instance/`, polled for as long as somebody looks. */
export const instancesQuery = ({ connectionId, client, pollWatch }: Api) =>
  queryOptions({
    queryKey: keys.list(connectionId),
    queryFn: ({ signal }) => client.list(signal),
    structuralSharing: shareInstances,
    refetchInterval: (query) => pollWatch.delay(query, query.state.data?.instances ?? []),
  })

/** `GET /api/instance/{uuid}/`, polled; starts from the cached list's copy, so a page opened from the list is there at once. */
export const instanceQuery = (
  { connectionId, client, pollWatch }: Api,
  queries: QueryClient,
  ref: string,
) => {
  const listKey = keys.list(connectionId)
  return queryOptions({
    queryKey: keys.detail(connectionId, ref),
    queryFn: async ({ signal }) => {
      const instance = await client.get(ref, signal)
      putInList(queries, connectionId, instance)
      // A page that was opened by name goes on by uuid.
      if (ref !== instance.uuid) queries.setQueryData(keys.detail(connectionId, instance.uuid), instance)
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
