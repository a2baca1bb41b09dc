import { countUntil } from './coverage.ts'
import type { Facts, LedgerEntry, LedgerInstance, Watch } from './ledger.ts'

/** A stretch of one instance's life at one estimated price: ms since the epoch, nano-dollars an hour. */
export interface Stretch {
  from: number
  /** Infinity for the one that goes on. */
  to: number
  /** The estimate. */
  facts: Facts
  low: bigint
  high: bigint
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

const gap = (from: number, to: number, facts: Facts, other: Facts): Stretch => ({
  from,
  to,
  facts,
  low: less(facts.low, other.low),
  high: more(facts.high, other.high),
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

/**
 * An instance's life between two times as far as the ledger knows, in order of time and without overlap; whole stretches, so that the first
 * and the last may reach beyond. It looks up where to begin, and does not walk the years before.
 */
export const stretchesOf = (
  { created, entries }: LedgerInstance,
  between: Watch = { from: -Infinity, to: Infinity },
): Stretch[] => {
  const stretches: Stretch[] = []
  const atOf = (index: number) => entries[index]?.at ?? Infinity
  const first = Math.max(0, countUntil(entries.length, atOf, between.from) - 1)
  for (let index = first; index < entries.length; index += 1) {
    const entry = entries[index]
    if (entry === undefined || (index > first && atOf(index - 1) >= between.to)) break
    const before = entries[index - 1]?.facts ?? null
    stretches.push(...gapBefore(entry, before, created))
    const to = entries[index + 1]?.after ?? Infinity
    const { at, facts } = entry
    if (facts !== null)
      stretches.push({ from: at, to, facts, low: facts.low, high: facts.high, isGap: false })
  }
  return stretches.filter(({ from, to }) => from < to)
}
