import type { Instance } from '#contract/instance.ts'
import type { UpdateBody } from '#contract/requests.ts'
import { formatHourly, formatMonthly } from '#lib/format-money.ts'
import { perMonth, type Usd } from '#lib/money.ts'

import { costChange, hourlyCost, isFree, sumCosts, type Total } from './cost.ts'
import { changeText, hourlyText, monthlyText, unknownText } from './price-text.ts'
import type { BillingAction } from '../instance/actions.ts'
import { costAtSize } from '../instance/resize.ts'

/** What an action does to a price per hour. `change` is after less before, so what is saved is below zero. */
export interface PriceChange {
  before: Total
  after: Total
  change: Total
}

/** The price of what is not there any more. */
export const noCost: Total = { known: 0n, unknown: [], assumed: false }

const from = (before: Total, after: Total): PriceChange => ({
  before,
  after,
  change: costChange(before, after),
})

/** What an action makes of the present price of an instance (API page, endpoints stop, restart and delete). */
export const actionPrice = (action: BillingAction, instance: Instance): PriceChange => {
  const { now, running, stopped } = hourlyCost(instance)
  return from(now, { stop: stopped, restart: running, delete: noCost }[action])
}

/** The same for several instances: the sum. What is not known of one is not known of the sum. */
export const bulkPrice = (action: BillingAction, instances: readonly Instance[]): PriceChange => {
  const prices = instances.map((instance) => actionPrice(action, instance))
  return {
    before: sumCosts(prices.map(({ before }) => before)),
    after: sumCosts(prices.map(({ after }) => after)),
    change: sumCosts(prices.map(({ change }) => change)),
  }
}

/** What another size does to the two prices of a container. An empty body changes nothing. */
export const resizePrice = (
  instance: Instance,
  body: UpdateBody,
): { running: PriceChange; stopped: PriceChange } => {
  const before = hourlyCost(instance)
  const after = costAtSize(instance, body)
  return {
    running: { before: before.running, ...after.running },
    stopped: { before: before.stopped, ...after.stopped },
  }
}

const both = (hourly: Usd): string =>
  `${formatHourly(hourly)} / h, ${formatMonthly(perMonth(hourly))} / month`

/** " That saves …" where it is known to save something, and what is not known of it. */
const saving = ({ known, unknown }: Total, tail: string): string => {
  if (known >= 0n) return ''
  const open = unknownText({ unknown })
  return ` That saves ${both(-known)}${tail}${open === null ? '' : ` (${open})`}.`
}

/** How the text speaks of what is acted on. */
const speech = {
  one: { disk: 'the disk costs', stays: 'it stays', it: 'it' },
  several: { disk: 'their disks cost', stays: 'they stay', it: 'them' },
} as const

const diskText = (stopped: Total, disk: string): string =>
  stopped.unknown.length > 0
    ? `What ${disk} is unknown.`
    : `${disk.charAt(0).toUpperCase()}${disk.slice(1)} ${both(stopped.known)}.`

/** What ends, what starts and what goes on, in a sentence or two, to be read before the action on one instance or several. */
export const actionPriceText = (
  action: BillingAction,
  { before, after, change }: PriceChange,
  many: keyof typeof speech = 'one',
): string => {
  const { disk, stays, it } = speech[many]
  switch (action) {
    case 'stop':
      return `Compute billing ends at once; storage billing goes on. ${diskText(after, disk)}${saving(change, `, for as long as ${stays} stopped`)}`
    case 'restart':
      return `Compute billing resumes at once: ${changeText(change)} / h, to ${hourlyText(after)} / h, ${monthlyText(after)} / month.`
    default: {
      return isFree(before)
        ? `Nothing is billed for ${it} now, so deleting ${it} saves nothing.`
        : `All billing ends at once, storage included.${saving(change, '')}`
    }
  }
}
