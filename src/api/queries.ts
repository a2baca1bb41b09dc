import { hashKey, type QueryFunctionContext, queryOptions, useQuery } from '@tanstack/react-query'

import type { Instance, InstanceList } from '#contract/instance.ts'

import { type Api, useApi } from './api-context.ts'
import { keys, lacksMost, shareInstances } from './cache.ts'
import type { PollTiming } from './poll-timing.ts'

const listed = (list: InstanceList | undefined): readonly Instance[] => list?.instances ?? []
const none = (): readonly Instance[] => []

/** Makes a reading of a query known to the poll timing, as a success or as one more failure. */
export const watched = <T>(
  pollTiming: PollTiming,
  { client: queries, queryKey }: QueryFunctionContext,
  instancesOf: (data: T | undefined) => readonly Instance[],
  read: () => Promise<T>,
  isPatient = false,
): Promise<T> =>
  pollTiming.reading({
    query: hashKey(queryKey),
    errors: queries.getQueryState(queryKey)?.errorUpdateCount ?? 0,
    shown: () => instancesOf(queries.getQueryData<T>(queryKey)),
    isPatient,
    read,
  })

/** `GET /api/instance/`, polled for as long as somebody looks. */
export const instancesQuery = ({ connectionId, client, pollTiming }: Api) =>
  queryOptions({
    queryKey: keys.list(connectionId),
    queryFn: (context) =>
      watched(pollTiming, context, listed, async () => {
        const before = listed(context.client.getQueryData<InstanceList>(context.queryKey))
        let list = await client.list(context.signal)
        if (lacksMost(before, list.instances)) list = await client.list(context.signal)
        pollTiming.saw(list.instances, true)
        return list
      }),
    structuralSharing: shareInstances,
    refetchInterval: (query) => pollTiming.delay(query, listed(query.state.data)),
  })

/** Milliseconds between two readings of a container's usage while somebody looks. */
export const statsInterval = 3000

/** `GET /api/instance/{uuid}/stats/`: containers that run. Each reading is recorded where it arrives in the cache. */
export const statsQuery = (
  { connectionId, client, pollTiming, statsLimiter }: Api,
  uuid: string,
  interval = statsInterval,
) =>
  queryOptions({
    queryKey: keys.stats(connectionId, uuid),
    meta: { usageOf: uuid },
    queryFn: (context) =>
      watched(pollTiming, context, none, () => statsLimiter(() => client.stats(uuid, context.signal)), true),
    retry: false,
    staleTime: 0,
    gcTime: 60_000,
    structuralSharing: false,
    refetchInterval: (query) => pollTiming.statsDelay(query, interval),
  })

/** The fleet: `GET /api/instance/`. */
export const useInstances = () => useQuery(instancesQuery(useApi()))

/**
 * Usage right now: `GET /api/instance/{uuid}/stats/`, again every `interval` milliseconds. Only asked while `enabled`: the API
 * refuses VMs and what does not run.
 */
export const useStats = (uuid: string, enabled: boolean, interval?: number) =>
  useQuery({ ...statsQuery(useApi(), uuid, interval), enabled })
