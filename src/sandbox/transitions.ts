import type { ResourceType } from '#contract/vocabulary.ts'

import { effectiveState, type Machine, type State } from './machine.ts'
import { change } from './meter.ts'

/** How long each transition shows the state before, in ms. Inventions: the page gives no times. */
export const durations = { create: 6000, stop: 3000, restart: 3000, liveVmResize: 75_000 } as const

/** The states from which an action may start. The page knows the first of each; the rest are live states. */
export const startsFrom = {
  stop: new Set<State>(['running', 'idle', 'unhealthy']),
  restart: new Set<State>(['shut_off', 'exited']),
  resize: new Set<State>(['running', 'idle', 'unhealthy', 'shut_off', 'exited']),
} as const

/** Where stop leads: `shut_off` for a VM, `exited` for a container (API page, state table). */
export const stoppedState = { vm: 'shut_off', container: 'exited' } as const satisfies Record<
  ResourceType,
  State
>

/** Whether the rules let `action` start where the machine stands. */
export const mayStart = (action: keyof typeof startsFrom, machine: Machine): boolean =>
  startsFrom[action].has(effectiveState(machine))

/** A name ending in `-fail` makes a machine that fails to provision, so that the error state can be reached by hand. */
export const outcomeOfCreate = (name: string): State => (name.endsWith('-fail') ? 'error' : 'running')

/** Brings every machine up to `now` (ms): transitions that are due have happened. Returns whether anything changed. */
export const settle = (machines: readonly Machine[], now: number): boolean => {
  let changed = false
  for (const machine of machines) {
    const { pending } = machine
    if (pending === null || pending.due > now) continue
    change(machine, pending.due, { state: pending.state, pending: null })
    changed = true
  }
  return changed
}
