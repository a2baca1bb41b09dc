import type { Instance } from '#contract/instance.ts'
import type { PageState } from '#contract/vocabulary.ts'
import { times, usd, type Usd } from '#lib/money.ts'
import { perObject } from '#lib/per-object.ts'

import { flavorInfo } from '../instance/flavors.ts'

export type Billed = 'yes' | 'no' | 'unknown'

export interface Billing {
  /** vCPUs, memory and GPUs. */
  compute: Billed
  storage: Billed
}

const running: Billing = { compute: 'yes', storage: 'yes' }
const stopped: Billing = { compute: 'no', storage: 'yes' }
const nothing: Billing = { compute: 'no', storage: 'no' }
const undocumented: Billing = { compute: 'unknown', storage: 'unknown' }

/** "Billed for compute? Billed for storage?" in the state table of the API page. */
const table: Record<PageState, Billing> = {
  provisioning: running,
  running,
  shut_off: stopped,
  exited: stopped,
  error: nothing,
  deleted: nothing,
}
const byState = new Map<string, Billing>(Object.entries(table))

/** What is billed in a state. States outside the page are unknown: totals count them as running and say so. */
export const billing = (state: string): Billing => byState.get(state) ?? undocumented

/**
 * The parts of a price in the order in which they stand everywhere: in lists, bars and files. `other` is what the service's own total has
 * beyond (or below) the sum of the rates.
 */
export const costParts = ['vcpu', 'ram', 'gpu', 'storage', 'sentieon', 'other'] as const
export type CostPart = (typeof costParts)[number]
/** The parts with a rate per unit and hour; Sentieon's fee is one for the instance. */
export type RatePart = Exclude<CostPart, 'other'>

/** One line of a price per hour. Null is unknown, never 0; quantity and rate are null too for a line that has none. */
export interface CostLine {
  part: CostPart
  quantity: number | null
  rate: Usd | null
  amount: Usd | null
}

/** Money, and which parts of it have no known price: these come on top. */
export type Amount = Pick<Total, 'known' | 'unknown'>

/** A price per hour: what is known of it, and which parts are not. With unknown parts it reads "from $0.61/h, GPU rate unknown". */
export interface Total {
  known: Usd
  unknown: readonly CostPart[]
  /** The page does not say what is billed in this state: everything is counted, and the figure is marked. */
  assumed: boolean
}

/** A total with the lines that add up to exactly its known part. */
export interface Breakdown extends Total {
  lines: readonly CostLine[]
}

export interface Cost {
  now: Breakdown
  running: Breakdown
  stopped: Breakdown
}

/** How much of what, and each part's rate. */
export interface Priced {
  quantities: Record<Exclude<RatePart, 'sentieon'>, number | null>
  /** Whether Sentieon's fee is charged while the instance runs. */
  hasSentieon: boolean
  rates: Record<RatePart, Usd | null>
}

const lineOf = (part: keyof Priced['quantities'], { quantities, rates }: Priced): CostLine => {
  const quantity = quantities[part]
  const rate = rates[part]
  const amount = quantity === 0 ? 0n : quantity === null || rate === null ? null : times(rate, quantity)
  return { part, quantity, rate, amount }
}

const fixedLine = (part: CostPart, amount: Usd | null): CostLine => ({
  part,
  quantity: null,
  rate: null,
  amount,
})

const breakdown = (lines: readonly CostLine[], assumed = false): Breakdown => {
  const unknown: CostPart[] = []
  let known = 0n
  for (const { part, amount } of lines) {
    if (amount === null) unknown.push(part)
    else known += amount
  }
  return { lines, known, unknown, assumed }
}

/** The two prices per hour of a size at given rates: while running, and while stopped (disk only). */
export const priceOf = (priced: Priced): { running: Breakdown; stopped: Breakdown } => {
  const storage = lineOf('storage', priced)
  const lines = [lineOf('vcpu', priced), lineOf('ram', priced)]
  if (priced.quantities.gpu !== 0) lines.push(lineOf('gpu', priced))
  lines.push(storage)
  if (priced.hasSentieon) lines.push(fixedLine('sentieon', priced.rates.sentieon))
  return { running: breakdown(lines), stopped: breakdown([storage]) }
}

/**
 * The service's own total in place of the sum, so that no part of the sum is unknown any more: what it has beyond the rates is the price
 * of the one part that has no rate, or else a line of its own.
 */
const settled = ({ lines, known, unknown, ...parts }: Breakdown, total: Usd | null): Breakdown => {
  if (total === null) return { lines, known, unknown, ...parts }
  const difference = total - known
  const settles = difference > 0n && unknown.length === 1 ? unknown[0] : undefined
  const explained =
    difference === 0n
      ? lines
      : settles === undefined
        ? [...lines, fixedLine('other', difference)]
        : lines.map((line) => (line.part === settles ? { ...line, amount: difference } : line))
  return { lines: explained, known: total, unknown: [], assumed: false }
}

/** A price that the service tells. One of 0 is none: it is what is sent for what is not there, and nothing is shown as free by it. */
const givenPrice = (dollars: number | null): Usd | null => {
  const price = dollars === null ? 0n : usd(dollars)
  return price === 0n ? null : price
}

/** Every instance has some of it (API page, sizes), so that 0 says as little as null. */
const givenSize = (size: number | null): number | null => (size === 0 ? null : size)

const gpuCount = ({ n_gpus: count, gpu_model: model }: Instance): number | null =>
  count === null && model === null ? 0 : count

/**
 * Whether a running instance pays for Sentieon: as the service says while it runs, and otherwise by its fee or its flavor. Of one
 * that is stopped the service says that Sentieon does not run, which is no word on what it costs once it does.
 */
const hasSentieon = ({ state, flavor, ...instance }: Instance): boolean => {
  const { currently_running_sentieon: isRunning, sentieon_hourly_cost_usd: fee } = instance
  if (isRunning === true || (isRunning === false && billing(state).compute !== 'no')) return isRunning
  return givenPrice(fee) !== null || flavorInfo(flavor).surcharge !== null
}

/** The sizes of an instance and its own rates, as far as the service tells them. */
export const pricedOf = (instance: Instance): Priced => ({
  quantities: {
    vcpu: givenSize(instance.n_vcpus),
    ram: givenSize(instance.mem_gib),
    storage: givenSize(instance.disk_size_gib),
    gpu: gpuCount(instance),
  },
  hasSentieon: hasSentieon(instance),
  rates: {
    vcpu: givenPrice(instance.vcpu_cost_hourly_usd),
    ram: givenPrice(instance.ram_cost_hourly_usd),
    storage: givenPrice(instance.storage_cost_hourly_usd),
    gpu: givenPrice(instance.gpu_cost_hourly_usd),
    sentieon: givenPrice(instance.sentieon_hourly_cost_usd),
  },
})

const computeCost = (instance: Instance): Cost => {
  const { running, stopped } = priceOf(pricedOf(instance))
  const total = givenPrice(instance.hourly_cost_usd)
  const { compute, storage } = billing(instance.state)
  if (compute === 'no' && storage === 'no') return { now: settled(breakdown([]), total), running, stopped }
  if (compute === 'no') {
    const now = settled(stopped, total)
    return { now, running, stopped: now }
  }
  const now = settled({ ...running, assumed: compute === 'unknown' }, total)
  return { now, running: { ...now, assumed: false }, stopped }
}

/**
 * What an instance costs per hour: now (by the API page's billing table), while running, and while stopped. The rates are the
 * instance's own; where the service sends its own total (`hourly_cost_usd`), that is what it costs now, and the difference from
 * the rates stands as the line `other`. Worked out once per instance object.
 */
export const hourlyCost: (instance: Instance) => Cost = perObject(computeCost)

/** Whether nothing at all is paid: not the case where a part is unknown. */
export const isFree = ({ known, unknown }: Amount): boolean => known === 0n && unknown.length === 0

/** Adds totals up: what is unknown or assumed in one is so in the sum. */
export const sumCosts = (totals: Iterable<Total>): Total => {
  const unknown = new Set<CostPart>()
  let known = 0n
  let assumed = false
  for (const total of totals) {
    known += total.known
    for (const part of total.unknown) unknown.add(part)
    assumed ||= total.assumed
  }
  return { known, unknown: costParts.filter((part) => unknown.has(part)), assumed }
}

/**
 * What stopping saves per hour: today's price less that of the disk, never below zero. Its unknown parts come on top. Where only the
 * disk's price is not known, nor is what is saved.
 */
export const stopSaves = ({ now, stopped }: Cost): Total => {
  const difference = now.known - stopped.known
  const isDiskOpen = stopped.unknown.some((part) => !now.unknown.includes(part))
  return {
    known: isDiskOpen || difference < 0n ? 0n : difference,
    unknown: isDiskOpen ? stopped.unknown : now.unknown.filter((part) => !stopped.unknown.includes(part)),
    assumed: now.assumed,
  }
}

/**
 * What `after` has over `before`, per hour; negative where it is less. Its unknown parts are those that only one of the two does
 * not know: they make it more or less than the known figure.
 */
export const costChange = (before: Total, after: Total): Total => {
  const isOpen = (part: CostPart) => before.unknown.includes(part) !== after.unknown.includes(part)
  return {
    known: after.known - before.known,
    unknown: costParts.filter(isOpen),
    assumed: before.assumed || after.assumed,
  }
}
