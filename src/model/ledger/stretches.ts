import type { Facts, LedgerEntry, LedgerInstance, Watch } from './ledger.ts'

/** How many of `length` ascending times are at or before `time`. */
const countUntil = (length: number, timeOf: (index: number) => number, time: number): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(middle) <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** A time by how it is known, in milliseconds. */
export interface Coverage {
  observedMs: number
  presumedMs: number
  unseenMs: number
}

const clamp = (value: number, { from, to }: Watch): number => Math.min(to, Math.max(from, value))

/**
 * How the watches of an account cover a time: observed within them, presumed between them, unseen before the first and after
 * the last. Returns a function of the time's two ends; it looks up, and does not walk.
 */
export const coverageOf = (watches: readonly Watch[]) => {
  const before: number[] = []
  let sum = 0
  for (const { from, to } of watches) {
    before.push(sum)
    sum += to - from
  }

  /** Watched milliseconds until `time`. */
  const watchedUntil = (time: number): number => {
    const index = countUntil(watches.length, (index) => watches[index]?.from ?? Infinity, time) - 1
    const watch = watches[index]
    return watch === undefined ? 0 : (before[index] ?? 0) + Math.min(time, watch.to) - watch.from
  }

  const first = watches[0]
  const whole: Watch | null =
    first === undefined ? null : { from: first.from, to: watches.at(-1)?.to ?? first.to }

  return (from: number, to: number): Coverage => {
    if (whole === null) return { observedMs: 0, presumedMs: 0, unseenMs: to - from }
    const observedMs = watchedUntil(to) - watchedUntil(from)
    const within = clamp(to, whole) - clamp(from, whole)
    return { observedMs, presumedMs: within - observedMs, unseenMs: to - from - within }
  }
}
export type WatchCoverage = ReturnType<typeof coverageOf>

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
export const stretchesOf = ({ created, entries }: LedgerInstance, between: Watch): Stretch[] => {
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
