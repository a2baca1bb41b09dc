import type { QueryClient } from '@tanstack/react-query'

import type { Api } from '#api/api-context.ts'
import { statsQuery } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { toldIdle } from '#storage/alerts.ts'
import { recallSamples, rememberSample } from '#storage/usage-samples.ts'
import { type Alert, idleAlert } from '#model/alerts.ts'
import { stateInfo } from '#model/states.ts'
import { fromStats, IDLE_FOR, idleSince } from '#model/usage.ts'

/** Milliseconds between two looks: below the 5 minutes that a hole in the readings may have. */
export const idleLookEvery = 4 * MINUTE
/** A fleet of thousands is not read in full; the rest is told of on the fleet's own page. */
const atMost = 50

const idleSinceOf = async (api: Api, queries: QueryClient, uuid: string): Promise<number | null> => {
  const { connectionId, now } = api
  const query = statsQuery(api, uuid)
  const stats = await queries.fetchQuery({ ...query, staleTime: MINUTE })
  const at = queries.getQueryState(query.queryKey)?.dataUpdatedAt ?? now()
  await rememberSample(connectionId, uuid, fromStats(stats, at), null)
  return idleSince(await recallSamples(connectionId, uuid, now() - 2 * IDLE_FOR), now())
}

/** Reads the usage of the running containers once, and tells of each that has become idle since it last worked. */
export const lookForIdle = async (
  api: Api,
  queries: QueryClient,
  instances: readonly Instance[],
  tell: (alert: Alert) => void,
): Promise<void> => {
  const told = toldIdle.of(api.connectionId)
  const running = instances
    .filter(
      ({ state, resource_type }) => resource_type === 'container' && stateInfo(state).kind === 'running',
    )
    .slice(0, atMost)
  const looks = await Promise.all(
    running.map(async (instance) => {
      const since = await idleSinceOf(api, queries, instance.uuid).catch(() => null)
      return since === null ? [] : [{ instance, since }]
    }),
  )
  const idle = looks.flat()
  const before = told.read()
  told.write(idle.map(({ instance }) => instance.uuid))
  for (const { instance, since } of idle)
    if (!before.includes(instance.uuid)) tell(idleAlert(instance, since, api.now()))
}
