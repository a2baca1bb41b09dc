import { HOUR } from '#lib/time.ts'

import { isPast, STANDS_FOR, type UsageHistory, type UsageSample } from './usage.ts'

/** What is in use now, and the most that was in the last hour; null where it was not measured. */
export interface Use {
  now: number | null
  peak: number | null
}

/** CPU in percent of all vCPUs; memory and disk in GiB. */
export interface UsageSummary {
  cpu: Use
  memory: Use
  disk: Use
}

const lastOf = (samples: UsageHistory, read: (sample: UsageSample) => number | null): number | null => {
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index]
    const value = sample === undefined ? null : read(sample)
    if (value !== null) return value
  }
  return null
}

const mostOf = (samples: UsageHistory, read: (sample: UsageSample) => number | null): number | null => {
  let most: number | null = null
  for (const sample of samples) {
    const value = read(sample)
    if (value !== null && (most === null || value > most)) most = value
  }
  return most
}

/**
 * What is in use now and was at most in the last hour, from readings in order of time. CPU and memory are those of a reading of the last
 * two minutes. What a disk holds stays on it while nothing runs, so that its last reading counts however old it is.
 */
export const usageSummary = (history: UsageHistory, now: number): UsageSummary => {
  const past = history.filter(({ at }) => isPast(at, now))
  const hour = past.filter(({ at }) => now - at <= HOUR)
  const fresh = hour.filter(({ at }) => now - at <= STANDS_FOR)
  return {
    cpu: { now: lastOf(fresh, ({ cpu }) => cpu), peak: mostOf(hour, ({ cpu }) => cpu) },
    memory: { now: lastOf(fresh, ({ memUsed }) => memUsed), peak: mostOf(hour, ({ memUsed }) => memUsed) },
    disk: { now: lastOf(past, ({ diskUsed }) => diskUsed), peak: mostOf(hour, ({ diskUsed }) => diskUsed) },
  }
}
