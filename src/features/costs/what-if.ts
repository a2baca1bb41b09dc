import type { Instance } from '#contract/instance.ts'
import { perMonth } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { PriceChange } from '#model/pricing/action-price.ts'
import { billing } from '#model/pricing/billing.ts'
import { type Cost, costChange, hourlyCost, sumCosts, type Total } from '#model/pricing/cost.ts'
import { atLeastMonthly } from '#model/pricing/amount-text.ts'
import { hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'

/**
 * Which way an instance can be switched in the what-if: what is (or may be) billed for compute can be stopped, what is stopped can be
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

/** "≈ $445 / month ($0.61 / h)", and what is not known of it. Takes an amount that is not below zero. */
const amountText = (change: Total): string => {
  const unknown = unknownText(change)
  if (unknown === null) return `${monthlyText(change)} / month (${hourlyText(change)} / h)`
  return `${atLeastMonthly({ ...change, known: perMonth(change.known) }) ?? ''} (${unknown})`
}

const negated = (change: Total): Total => ({ ...change, known: -change.known })

/** What the what-if comes to, a sentence for each of its two ways: "Stopping 3 instances saves ≈ $1,204 / month ($1.65 / h)." */
export const whatIfSentences = (stopping: WhatIf, starting: WhatIf): string[] => [
  ...(stopping.stops > 0
    ? [`Stopping ${pluralize(stopping.stops, 'instance')} saves ${amountText(negated(stopping.change))}.`]
    : []),
  ...(starting.starts > 0
    ? [`Starting ${pluralize(starting.starts, 'instance')} adds ${amountText(starting.change)}.`]
    : []),
]

/** "$7.12 / h now, $5.47 / h then." */
export const beforeAfterText = ({ before, after }: WhatIf): string =>
  `${hourlyText(before)} / h now, ${hourlyText(after)} / h then.`
