import type { CostPart } from '../pricing/cost.ts'
import type { Facts, LedgerEntry, LedgerInstance, Parts } from './ledger.ts'

/** A stretch of one instance's life at one estimated price: ms since the epoch, nano-dollars an hour. */
export interface Stretch {
  from: number
  /** Infinity for the one that goes on. */
  to: number
  /** The estimate. */
  now: Parts
  low: bigint
  high: bigint
  unknown: readonly CostPart[]
  unknownRunning: readonly CostPart[]
  assumed: boolean
  /** The sightings before and after disagree, or there is none before: unseen, however closely it was watched. */
  isGap: boolean
}

const nothing: Facts = {
  now: { compute: 0n, storage: 0n, gpu: 0n, other: 0n },
  low: 0n,
  high: 0n,
  unknown: [],
  unknownRunning: [],
  assumed: false,
}

const less = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const more = (a: bigint, b: bigint): bigint => (a > b ? a : b)

const gap = (from: number, to: number, estimate: Facts, other: Facts): Stretch => ({
  ...estimate,
  from,
  to,
  low: less(estimate.low, other.low),
  high: more(estimate.high, other.high),
  isGap: true,
})

/** What lies between the last sighting of what was before and the first of `entry`. */
const gapBefore = (
  { at, after, facts }: LedgerEntry,
  before: Facts | null,
  created: number | null,
): Stretch[] => {
  // It cannot have cost anything before it was there.
  const isBorn = before === null && created !== null && created <= at && created >= (after ?? created)
  if (facts !== null && isBorn) return [gap(created, at, facts, facts)]
  if (after === null) return facts === null || created !== null ? [] : [gap(-Infinity, at, facts, nothing)]
  const middle = after + Math.floor((at - after) / 2)
  const [first, second] = [before ?? nothing, facts ?? nothing]
  return [gap(after, middle, first, second), gap(middle, at, second, first)]
}

/** An instance's life as far as the ledger knows, in order of time and without overlap. Stretches without it are left out. */
export const stretchesOf = ({ created, entries }: LedgerInstance): Stretch[] => {
  const stretches: Stretch[] = []
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1]?.facts ?? null
    stretches.push(...gapBefore(entry, before, created))
    const to = entries[index + 1]?.after ?? Infinity
    if (entry.facts !== null) stretches.push({ ...entry.facts, from: entry.at, to, isGap: false })
  }
  return stretches.filter(({ from, to }) => from < to)
}
