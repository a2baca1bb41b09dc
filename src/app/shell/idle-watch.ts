import type { QueryClient } from '@tanstack/react-query'

import type { Api } from '#api/api-context.ts'
import { statsQuery } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { watchForgetting } from '#storage/forgotten.ts'
import { notifiedIdle } from '#storage/preferences.ts'
import { recallSamples } from '#storage/usage-samples.ts'
import { type Alert, idleAlert } from './alert.ts'
import { stateInfo } from '#model/instance/states.ts'
import { fromStats, IDLE_CPU, IDLE_FOR, idleSince, mergeSamples } from '#model/usage/usage.ts'

/** Milliseconds between two looks: below the 5 minutes that a hole in the readings may have. */
export const idleCheckEvery = 4 * MINUTE
/** A fleet of thousands is not read in full; the rest is told of on the fleet's own page. */
const atMost = 50

/** What a look found of one container. */
interface IdleCheck {
  /** Since when it idles; null when it does not, or when too little was seen to say. */
  since: number | null
  /** It had something to do meanwhile. */
  hasWorked: boolean
}

const nothingSeen: IdleCheck = { since: null, hasWorked: false }

/** Throws what its reading throws. */
const checkOne = async (
  api: Api,
  queries: QueryClient,
  uuid: string,
  recall: typeof recallSamples,
): Promise<IdleCheck> => {
  const { connectionId } = api
  const query = statsQuery(api, uuid)
  const stats = await queries.fetchQuery({ ...query, staleTime: MINUTE })
  const now = api.now()
  const at = queries.getQueryState(query.queryKey)?.dataUpdatedAt ?? now
  const span = 2 * IDLE_FOR
  const stored = await recall(connectionId, uuid, { from: now - span, now })
  // The recorder may still be writing what was read just now.
  const samples = mergeSamples(stored, [fromStats(stats, at)], { now, span })
  return {
    since: idleSince(samples, now),
    hasWorked: samples.some(({ cpu }) => cpu !== null && cpu >= IDLE_CPU),
  }
}

/** Reads the usage of the running containers once, and tells of each that has become idle since it last worked. */
export const checkForIdle = async (
  api: Api,
  queries: QueryClient,
  instances: readonly Instance[],
  onAlert: (alert: Alert) => void,
  recall = recallSamples,
): Promise<void> => {
  const isForgotten = watchForgetting()
  const notified = notifiedIdle.of(api.connectionId)
  const running = instances
    .filter(
      ({ state, resource_type }) => resource_type === 'container' && stateInfo(state).kind === 'running',
    )
    .slice(0, atMost)
  const checks = await Promise.all(
    running.map(async (instance) => {
      const { since, hasWorked } = await checkOne(api, queries, instance.uuid, recall).catch(
        () => nothingSeen,
      )
      return { instance, since, hasWorked }
    }),
  )
  if (isForgotten(api.connectionId)) return
  const before = notified.read()
  notified.write(
    checks
      .filter(({ instance: { uuid }, since, hasWorked }) =>
        before.includes(uuid) ? since !== null || !hasWorked : since !== null,
      )
      .map(({ instance }) => instance.uuid),
  )
  for (const { instance, since } of checks)
    if (since !== null && !before.includes(instance.uuid)) onAlert(idleAlert(instance, since, api.now()))
}
