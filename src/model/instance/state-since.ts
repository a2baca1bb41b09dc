import type { Instance } from '#contract/instance.ts'
import { parseTimestamp } from '#lib/time.ts'

import { stateInfo } from './states.ts'

/** That an instance was first seen in its state at a time (ms since the epoch). */
export interface StateSince {
  uuid: string
  state: string
  since: number
}

/** No more than this are remembered: one that would be too many is not, as if it had not been seen. */
export const MOST_STATES_SEEN = 2000

/** How long an instance runs is nobody's worry, so that only the others are remembered. */
const isWorthIt = ({ state }: Instance): boolean => {
  const { kind } = stateInfo(state)
  return kind === 'transition' || kind === 'stopped' || kind === 'error'
}

/** Since when a state is seen for the first time: now, but an instance that is being created is so since its creation. */
const begun = ({ state, created_at: created }: Instance, now: number): number =>
  (state === 'provisioning' ? parseTimestamp(created) : null) ?? now

/** What is remembered after one more list of the fleet; the same array where nothing changed. Who is gone is forgotten. */
export const seeStates = (
  before: readonly StateSince[],
  instances: readonly Instance[],
  now: number,
): readonly StateSince[] => {
  const known = new Map(before.map((seen) => [seen.uuid, seen]))
  const after = instances.filter(isWorthIt).map((instance): StateSince => {
    const { uuid, state } = instance
    const seen = known.get(uuid)
    return seen?.state === state ? seen : { uuid, state, since: begun(instance, now) }
  })
  const kept = after.toSorted((a, b) => a.since - b.since).slice(0, MOST_STATES_SEEN)
  const isSame = kept.length === before.length && kept.every((seen) => known.get(seen.uuid) === seen)
  return isSame ? before : kept
}

/** A lookup by uuid: since when each instance is in its present state, null where nobody saw it begin. */
export const stateSinceOf = (seen: readonly StateSince[]): ((uuid: string) => number | null) => {
  const byUuid = new Map(seen.map(({ uuid, since }) => [uuid, since]))
  return (uuid) => byUuid.get(uuid) ?? null
}

/**
 * What is remembered here, with what another browser remembers: of a state that both saw, the earlier time. Where they differ, what is
 * seen here is the newer.
 */
export const joinStates = (here: readonly StateSince[], there: readonly StateSince[]): StateSince[] => {
  const others = new Map(there.map((seen) => [seen.uuid, seen]))
  const joined = here.map((seen) => {
    const other = others.get(seen.uuid)
    others.delete(seen.uuid)
    return other?.state === seen.state && other.since < seen.since ? other : seen
  })
  return [...joined, ...others.values()].slice(0, MOST_STATES_SEEN)
}
