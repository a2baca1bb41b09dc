import type { Instance } from '#contract/instance.ts'
import { perObject } from '#lib/per-object.ts'
import {
  type Breakdown,
  type CostLine,
  type CostPart,
  costParts,
  hourlyCost,
  sumCosts,
} from '#model/pricing/cost.ts'

/** The parts in as few letters as stand beside a swatch. */
export const partLabels: Readonly<Record<CostPart, string>> = {
  vcpu: 'vCPU',
  ram: 'RAM',
  gpu: 'GPU',
  storage: 'Disk',
  sentieon: 'Sentieon',
  other: 'Other',
}

const add = (prices: readonly Breakdown[]): Breakdown => {
  // Not a map: a fleet of thousands has tens of thousands of lines.
  const amounts: Partial<Record<CostPart, CostLine['amount']>> = {}
  for (const { lines } of prices)
    for (const { part, amount } of lines) {
      const before = amounts[part] ?? null
      amounts[part] = amount === null ? before : (before ?? 0n) + amount
    }
  const lines = costParts.flatMap((part): CostLine[] => {
    const amount = amounts[part]
    return amount === undefined ? [] : [{ part, quantity: null, rate: null, amount }]
  })
  return { ...sumCosts(prices), lines }
}

/** So many prices of a long list are added up together, and not again for as long as none of them is another. */
const BLOCK = 256
const blocks = new WeakMap<Breakdown, { prices: readonly Breakdown[]; sum: Breakdown }>()

const sumOfBlock = (prices: readonly Breakdown[]): Breakdown => {
  const [first] = prices
  const known = first === undefined ? undefined : blocks.get(first)
  if (known?.prices.length === prices.length && prices.every((price, index) => price === known.prices[index]))
    return known.sum
  const sum = add(prices)
  if (first !== undefined) blocks.set(first, { prices, sum })
  return sum
}

/**
 * Adds prices per hour up, part by part. The amount of a line is what is known of it, and null where none of it is; the lines add up to
 * exactly the known part of the sum.
 */
export const sumPrices = (prices: readonly Breakdown[]): Breakdown => {
  if (prices.length <= BLOCK) return add(prices)
  const starts = Array.from({ length: Math.ceil(prices.length / BLOCK) }, (_, index) => index * BLOCK)
  return add(starts.map((start) => sumOfBlock(prices.slice(start, start + BLOCK))))
}

/** What all of them cost now. Added up once a reading, since several parts of a page ask. */
export const priceOfAll = perObject((instances: readonly Instance[]) =>
  sumPrices(instances.map((instance) => hourlyCost(instance).now)),
)
