import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

import { type Api, useApi } from './api-context.ts'
import { findInstance, keys, putInList } from './cache.ts'
import { watched } from './queries.ts'

const single = (instance: Instance | undefined): readonly Instance[] =>
  instance === undefined ? [] : [instance]

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
const instanceQuery = (api: Api, queries: QueryClient, ref: string) => {
  const { connectionId, client, pollTiming } = api
  const listKey = keys.list(connectionId)
  return queryOptions({
    queryKey: keys.detail(connectionId, ref),
    queryFn: (context) =>
      watched(pollTiming, context, single, async () => {
        const address = await addressOf(api, queries, ref, context.signal)
        const read = () => client.get(address, context.signal)
        const listed = () => findInstance(queries.getQueryData<InstanceList>(listKey), address)
        const before = listed()
        let instance = await read()
        // The list has told of a change meanwhile: which of the two is the newer one cannot be known.
        if (listed() !== before) instance = await read()
        pollTiming.saw([instance], false)
        putInList(queries, connectionId, instance)
        // A page that was opened by name goes on by uuid.
        if (ref !== instance.uuid) queries.setQueryData(keys.detail(connectionId, instance.uuid), instance)
        return instance
      }),
    initialData: (): Instance | undefined => findInstance(queries.getQueryData<InstanceList>(listKey), ref),
    initialDataUpdatedAt: () => queries.getQueryState(listKey)?.dataUpdatedAt,
    refetchInterval: (query) => pollTiming.delay(query, single(query.state.data)),
  })
}

/** One instance by uuid or name: `GET /api/instance/{uuid}/`. */
export const useInstance = (ref: string) => useQuery(instanceQuery(useApi(), useQueryClient(), ref))
