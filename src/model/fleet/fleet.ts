import type { Instance } from '#contract/instance.ts'

import { hourlyCost, sumCosts, type Total } from '../pricing/cost.ts'
import { stateInfo, type StateKind } from '../instance/states.ts'

/** The line above the fleet. Amounts are per hour. */
export interface FleetSummary {
  total: number
  /** By kind of state; `running` includes idle ones. */
  counts: Record<StateKind, number>
  now: Total
  /** What stopped instances cost now: their disks. */
  stoppedStorage: Total
  /** Instances whose price now has an unknown part, and those whose state the API page does not describe. */
  unpriced: number
  assumed: number
}

/** Counts and prices a fleet. Deleted instances are counted, and cost nothing. */
export const summarizeFleet = (instances: readonly Instance[]): FleetSummary => {
  const counts = { running: 0, transition: 0, stopped: 0, error: 0, deleted: 0, unknown: 0 }
  const totals: Total[] = []
  const stopped: Total[] = []
  for (const instance of instances) {
    const { kind } = stateInfo(instance.state)
    const { now } = hourlyCost(instance)
    counts[kind] += 1
    totals.push(now)
    if (kind === 'stopped') stopped.push(now)
  }
  return {
    total: instances.length,
    counts,
    now: sumCosts(totals),
    stoppedStorage: sumCosts(stopped),
    unpriced: totals.filter(({ unknown }) => unknown.length > 0).length,
    assumed: totals.filter(({ assumed }) => assumed).length,
  }
}
