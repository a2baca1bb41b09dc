import type { Instance } from '#contract/instance.ts'

import { isTransition } from './states.ts'

/** By uuid: which transition an instance is in, and since when this browser has seen it so (ms since the epoch). */
export type Transitions = ReadonlyMap<string, { state: string; since: number }>

export const noTransitions: Transitions = new Map()

/** The transitions now under way. One that goes on keeps its beginning; when nothing changed, the same map comes back. */
export const followTransitions = (
  before: Transitions,
  instances: readonly Pick<Instance, 'uuid' | 'state'>[],
  now: number,
): Transitions => {
  const after = new Map<string, { state: string; since: number }>()
  let isSame = true
  for (const { uuid, state } of instances) {
    if (!isTransition(state)) continue
    const known = before.get(uuid)
    const goesOn = known?.state === state
    isSame &&= goesOn
    after.set(uuid, goesOn ? known : { state, since: now })
  }
  return isSame && after.size === before.size ? before : after
}

/** When the newest transition began, for the poll policy; null when all is at rest. */
export const newestTransition = (transitions: Transitions): number | null =>
  transitions.size === 0 ? null : Math.max(...[...transitions.values()].map(({ since }) => since))
