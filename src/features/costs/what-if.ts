import type { Instance } from '#contract/instance.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { PriceChange } from '#model/pricing/action-price.ts'
import { billing, type Breakdown, type Cost, costChange, hourlyCost, sumCosts } from '#model/pricing/cost.ts'

import { sumPrices } from './prices.ts'

/** How an instance is switched in the what-if. */
export type Way = 'stop' | 'start'

/**
 * Which way an instance can be switched in the what-if: what is (or may be) billed for compute can be stopped, what is stopped can be
 * started. Null for what costs nothing and cannot be switched.
 */
export const switchable = ({ state }: Instance): Way | null => {
  if (billing(state).compute !== 'no') return 'stop'
  return stateInfo(state).kind === 'stopped' ? 'start' : null
}

/** What an instance costs per hour once it is switched so; as it is where it is not. */
export const priceAfter = (way: Way | null, { now, running, stopped }: Cost): Breakdown =>
  way === null ? now : way === 'stop' ? stopped : running

/** A fleet as it is, and as it would be with some instances switched. Amounts are per hour. */
export interface WhatIf extends PriceChange {
  after: Breakdown
  stops: number
  starts: number
}

/** What the fleet would cost if the ticked instances were switched: those that run stopped, those that are stopped started. */
export const whatIf = (instances: readonly Instance[], ticked: ReadonlySet<string>): WhatIf => {
  const pairs = instances.map((instance) => {
    const cost = hourlyCost(instance)
    const way = ticked.has(instance.uuid) ? switchable(instance) : null
    return { way, before: cost.now, after: priceAfter(way, cost) }
  })
  const changed = pairs.filter(({ way }) => way !== null)
  return {
    before: sumCosts(pairs.map(({ before }) => before)),
    after: sumPrices(pairs.map(({ after }) => after)),
    change: sumCosts(changed.map(({ before, after }) => costChange(before, after))),
    stops: changed.filter(({ way }) => way === 'stop').length,
    starts: changed.filter(({ way }) => way === 'start').length,
  }
}

/** What the fleet costs per hour once everything that can be stopped is: its disks. */
export const allStopped = (instances: readonly Instance[]): Breakdown =>
  sumPrices(
    instances.map((instance) =>
      priceAfter(switchable(instance) === 'stop' ? 'stop' : null, hourlyCost(instance)),
    ),
  )

/** What the ticked ones are, in the words of a line of the month: "Without the 2 ticked", "With the 1 started". */
export const whatIfLabel = ({ stops, starts }: Pick<WhatIf, 'stops' | 'starts'>): string => {
  if (starts === 0) return stops === 0 ? 'Without the ticked' : `Without the ${stops} ticked`
  return stops === 0 ? `With the ${starts} ticked` : `${stops} stopped, ${starts} started`
}
