import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import * as z from 'zod/mini'

import { type Api, useApi } from '#api/api-context.ts'
import { keys, putInList } from '#api/cache.ts'
import { statsAnswer } from '#contract/answers.ts'
import { instanceSchema, readInstanceList } from '#contract/instance.ts'
import { SECOND } from '#lib/time.ts'
import { isAwaited } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import type { Operations } from '#operations/operations.ts'
import { openChannel } from '#session/tab-channel.ts'

/** Copying more instances than this between tabs would take longer than a keystroke may wait. */
const mostShared = 1000
/** A tab that was frozen finds the readings of meanwhile when it wakes. Milliseconds. */
const goodFor = 2 * SECOND
/**
 * How much longer a tab waits to read again what another has read: enough for that one to do so, and not the same in all, so that one
 * of them goes on where it is frozen or closed. Milliseconds.
 */
const lag = () => Math.round(SECOND * (1 + 1.5 * Math.random()))

const messageSchema = z.object({
  connectionId: z.string(),
  key: z.array(z.string()),
  data: z.unknown(),
  /** When it was asked for, and when the answer came; in milliseconds since the epoch. */
  askedAt: z.number(),
  at: z.number(),
})
const listSchema = z.object({ instances: z.array(z.unknown()), unreadable: z.int() })

/** Another version of the app may have sent it, so it is read as the service's answer is. Null for what is none. */
const parseReading = (resource: string | undefined, data: unknown) => {
  if (resource === 'stats') return z.safeParse(statsAnswer, data).data ?? null
  if (resource === 'instance') return z.safeParse(instanceSchema, data).data ?? null
  const sent = z.safeParse(listSchema, data).data
  const list = sent === undefined ? null : readInstanceList(sent.instances)
  return list === null || sent === undefined ? null : { ...list, unreadable: sent.unreadable }
}

type Message = z.output<typeof messageSchema>

const sizeOf = (data: unknown): number => z.safeParse(listSchema, data).data?.instances.length ?? 1

/** The resources of query keys that are read of the service. */
const shared: ReadonlySet<unknown> = new Set(
  [keys.list(''), keys.details(''), keys.stats('', '')].map(([, resource]) => resource),
)

/** The list and the details tell of the same instances. */
const tellsOfInstances = ({ queryKey: [, resource] }: Query): boolean =>
  resource === keys.list('')[1] || resource === keys.details('')[1]

/** Whether this tab has read of the same instances, elsewhere than for this query, since a reading of another was asked for. */
const hasReadSince = (queries: QueryClient, { connectionId, askedAt }: Message, query: Query): boolean =>
  tellsOfInstances(query) &&
  queries
    .getQueryCache()
    .findAll({ queryKey: keys.all(connectionId), predicate: tellsOfInstances })
    .some((other) => other !== query && other.state.dataUpdatedAt > askedAt)

/** Whether a reading can stand for one of this tab's own: it is new, wanted, and shows what this tab has done. */
const isOfUse = ({ askedAt, at }: Message, { state }: Query, operations: Operations, now: number): boolean =>
  document.visibilityState === 'visible' &&
  state.fetchStatus === 'idle' &&
  Math.abs(now - at) < goodFor &&
  at >= state.dataUpdatedAt &&
  // A restart is done when the instance runs, as it may have when this was asked for.
  operations.all().every((one) => !isAwaited(one) && (one.answeredAt ?? 0) < askedAt)

/** Tells pollTiming what else of an answer its own query function would. */
const takeInstances = (
  { connectionId, pollTiming }: Api,
  queries: QueryClient,
  reading: ReturnType<typeof parseReading>,
) => {
  if (reading !== null && 'instances' in reading) pollTiming.saw(reading.instances, true)
  else if (reading !== null && 'uuid' in reading) {
    pollTiming.saw([reading], false)
    putInList(queries, connectionId, reading)
  }
}

/**
 * Hands what this tab reads of an account to the other tabs, which take it in place of a reading of their own where they show the same: of
 * the tabs that are seen, the one that reads something first goes on reading it for all. Where the browser has no channel between tabs, each
 * reads for itself. Returns how to stop.
 */
export const shareReadings = (api: Api, queries: QueryClient, operations: Operations): (() => void) => {
  const { connectionId, pollTiming, now } = api
  const channel = openChannel('hatteras readings')
  if (channel === null) return () => undefined
  /** Of what another tab has read last. */
  const lags = new WeakMap<object, number>()
  const { lagOf } = pollTiming
  pollTiming.lagOf = (query) => lags.get(query) ?? 0
  const askedAt = new Map<string, number>()
  const taken = new Set<string>()

  const stopSending = queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== connectionId) return
    const { queryHash, queryKey, state } = event.query
    const key = z.safeParse(z.array(z.string()), queryKey).data
    if (key === undefined || !shared.has(key[1]) || taken.has(queryHash)) return
    if (event.action.type === 'fetch') {
      askedAt.set(queryHash, now())
      lags.delete(event.query)
    }
    if (event.action.type !== 'success' || event.action.manual === true) return
    const { data, dataUpdatedAt: at } = state
    if (sizeOf(data) <= mostShared)
      channel.postMessage({ connectionId, key, data, askedAt: askedAt.get(queryHash) ?? at, at })
    askedAt.delete(queryHash)
  })

  const take = async (message: Message) => {
    const query = queries.getQueryCache().find({ queryKey: message.key, exact: true })
    if (message.connectionId !== connectionId || query?.isActive() !== true) return
    if (!isOfUse(message, query, operations, now()) || hasReadSince(queries, message, query)) return
    const reading = parseReading(message.key[1], message.data)
    if (reading === null) return
    takeInstances(api, queries, reading)
    const { options, queryHash } = query
    taken.add(queryHash)
    lags.set(query, lag())
    // As a reading of its own, so that whatever follows those follows it; what is asked for next is asked of the service again.
    const given = { ...options, queryFn: () => reading, retry: false, networkMode: 'always' } as const
    await query.fetch(given).catch(() => undefined)
    query.setOptions(options)
    taken.delete(queryHash)
  }
  channel.addEventListener('message', ({ data }: MessageEvent) => {
    const result = z.safeParse(messageSchema, data)
    if (result.success) void take(result.data)
  })

  return () => {
    stopSending()
    channel.close()
    pollTiming.lagOf = lagOf
  }
}

/** What one tab of an account reads serves all. It draws nothing. */
const SharedReadings = (): null => {
  const api = useApi()
  const queries = useQueryClient()
  const operations = useOperations()
  useEffect(() => shareReadings(api, queries, operations), [api, queries, operations])
  return null
}
export default SharedReadings
