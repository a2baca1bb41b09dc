import { useEffect, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { DAY, MINUTE } from '#lib/time.ts'
import { recallSamples } from '#storage/usage-samples.ts'
import { canAct } from '#model/acts.ts'
import { hourlyCost, stopSaves } from '#model/cost.ts'
import { idleSince } from '#model/usage.ts'

/** Each look reads a day of samples of every container, and idleness takes half an hour to come about. */
const lookEvery = 5 * MINUTE

/** Where more containers run than this, those on which a stop would save the least are not looked at. */
const mostLookedAt = 200

const worthALook = (instances: readonly Instance[]): Instance[] =>
  instances
    .filter((instance) => canAct('stats', instance).allowed)
    .toSorted((a, b) => (stopSaves(hourlyCost(a)) < stopSaves(hourlyCost(b)) ? 1 : -1))
    .slice(0, mostLookedAt)

/**
 * Since when each running container idles (ms since the epoch), by what this browser remembers of their use; null for those that
 * do not, or of which too little was seen.
 */
export const useIdleSince = (instances: readonly Instance[]): ((uuid: string) => number | null) => {
  const { connectionId, now } = useApi()
  const [since, setSince] = useState<ReadonlyMap<string, number>>(new Map())
  const uuids = worthALook(instances)
    .map(({ uuid }) => uuid)
    .join(' ')

  useEffect(() => {
    let isOpen = true
    const look = async () => {
      const found = new Map<string, number>()
      for (const uuid of uuids.split(' ').filter(Boolean)) {
        const samples = await recallSamples(connectionId, uuid, now() - DAY)
        const idle = idleSince(samples, now())
        if (idle !== null) found.set(uuid, idle)
      }
      if (isOpen) setSince(found)
    }
    void look()
    const timer = setInterval(() => void look(), lookEvery)
    return () => {
      isOpen = false
      clearInterval(timer)
    }
  }, [connectionId, now, uuids])

  return (uuid) => since.get(uuid) ?? null
}
