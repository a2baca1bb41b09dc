import type { Watch } from './ledger.ts'

/** How many of `length` ascending times are at or before `time`. */
export const countUntil = (length: number, timeOf: (index: number) => number, time: number): number => {
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
