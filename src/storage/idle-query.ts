import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'
import { afterPaint } from '#lib/after-paint.ts'
import { perObject } from '#lib/per-object.ts'
import { MINUTE } from '#lib/time.ts'
import { checkAction } from '#model/instance/actions.ts'
import { hourlyCost, stopSaves } from '#model/pricing/cost.ts'

import { type Account, fromStorage, storedKey } from './stored-parts.ts'

/** Where more containers run than this, those on which a stop would save the least are not looked at. */
const mostLookedAt = 200

/** Once a reading, since several parts of a page ask. */
const worthALook = perObject((instances: readonly Instance[]): string[] =>
  instances
    .filter((instance) => checkAction('stats', instance).allowed)
    .map((instance) => ({ uuid: instance.uuid, saves: Number(stopSaves(hourlyCost(instance)).known) }))
    .toSorted((a, b) => b.saves - a.saves)
    .slice(0, mostLookedAt)
    .map(({ uuid }) => uuid)
    .toSorted(),
)

/** Since when each running container idles (ms since the epoch), by what is stored of its use. */
export const idleQuery = ({ connectionId, now }: Account, instances: readonly Instance[]) => {
  const uuids = worthALook(instances)
  return queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'idle', ...uuids),
    queryFn: async () => {
      // The rows of the fleet ask, as they are drawn for the first time.
      await afterPaint()
      const { recallIdle } = await import('./usage-samples.ts')
      return recallIdle(connectionId, uuids, now())
    },
    // Every reading is written, and half an hour passes until one matters.
    refetchInterval: 2 * MINUTE,
    placeholderData: keepPreviousData,
  })
}

/** A lookup in the result of `idleQuery`; null for those that do not idle, or of which too little was seen. */
export const idleSinceOf = (
  idle: readonly { uuid: string; since: number }[] | undefined,
): ((uuid: string) => number | null) => {
  const since = new Map(idle?.map((one) => [one.uuid, one.since]))
  return (uuid) => since.get(uuid) ?? null
}
