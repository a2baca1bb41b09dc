import type { Instance } from '#contract/instance.ts'

import type { PriceChange } from '#model/pricing/act-price.ts'
import { billing } from '#model/pricing/billing.ts'
import { costChange, hourlyCost, sumCosts, type Cost, type Total } from '#model/pricing/cost.ts'
import { stateInfo } from '#model/instance/states.ts'

/**
 * Which way an instance can be switched in thought: what is (or may be) billed for compute can be stopped, what is stopped can be
 * started. Null for what costs nothing and cannot be switched.
 */
export const switchable = ({ state }: Instance): 'stop' | 'start' | null => {
  if (billing(state).compute !== 'no') return 'stop'
  return stateInfo(state).kind === 'stopped' ? 'start' : null
}

const priceAfter = (way: 'stop' | 'start' | null, { now, running, stopped }: Cost): Total =>
  way === null ? now : way === 'stop' ? stopped : running

/** A fleet as it is, and as it would be with some instances switched. Amounts are per hour. */
export interface WhatIf extends PriceChange {
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
    after: sumCosts(pairs.map(({ after }) => after)),
    change: sumCosts(changed.map(({ before, after }) => costChange(before, after))),
    stops: changed.filter(({ way }) => way === 'stop').length,
    starts: changed.filter(({ way }) => way === 'start').length,
  }
}

/** What the fleet costs per hour once everything that can be stopped is: its disks. */
export const allStopped = (instances: readonly Instance[]): Total =>
  sumCosts(
    instances.map((instance) =>
      priceAfter(switchable(instance) === 'stop' ? 'stop' : null, hourlyCost(instance)),
    ),
  )
