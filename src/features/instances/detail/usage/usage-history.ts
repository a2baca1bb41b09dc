import { DAY, HOUR, SECOND } from '#lib/time.ts'
import type { UsageSample } from '#model/usage.ts'

/** Everything is drawn of the last hour; before that, one sample in ten seconds is enough. */
const finelyKept = HOUR
const coarseSpacing = 9.5 * SECOND

export type UsageHistory = readonly UsageSample[]

/**
 * The history with one more reading, in the order of time. Bounded: nothing older than a day, and thinned out beyond an hour, so
 * that a page may stay open for good. A reading that is not newer than the last one is one we have.
 */
export const withSample = (history: UsageHistory, sample: UsageSample): UsageHistory => {
  const last = history.at(-1)
  if (last !== undefined && sample.at <= last.at) return history
  const kept: UsageSample[] = []
  for (const old of history) {
    const age = sample.at - old.at
    const before = kept.at(-1)
    const isCrowded = age > finelyKept && before !== undefined && old.at - before.at < coarseSpacing
    if (age <= DAY && !isCrowded) kept.push(old)
  }
  return [...kept, sample]
}

/** Two histories in one: what was remembered, and what was read meanwhile. */
export const joined = (remembered: UsageHistory, read: UsageHistory): UsageHistory => {
  const seen = new Set(read.map(({ at }) => at))
  return [...remembered.filter(({ at }) => !seen.has(at)), ...read].toSorted((a, b) => a.at - b.at)
}
