import type { Stats } from '#contract/answers.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

/** One reading of a container. CPU in percent, memory and disk in GiB, null for what was not measured. */
export interface UsageSample {
  at: number
  cpu: number | null
  memUsed: number | null
  memTotal: number | null
  diskUsed: number | null
  diskTotal: number | null
}

export const fromStats = (stats: Stats, at: number): UsageSample => ({
  at,
  cpu: stats.cpu_percent,
  memUsed: stats.mem_used_gib,
  memTotal: stats.mem_total_gib,
  diskUsed: stats.disk_used_gib,
  diskTotal: stats.disk_total_gib,
})

/** Readings in the order of time. */
export type UsageHistory = readonly UsageSample[]

/** Readings closer together than this are not stored, and not kept beyond an hour: a day of one container stays below 9,100. */
export const SAMPLE_SPACING = 9.5 * SECOND

/** What is further ahead than this was read while the clock was wrong. */
const AHEAD = 10 * SECOND

/** Whether a time can have been noted by `now`: a clock that was ahead and is put right leaves times behind that cannot. */
export const isPast = (at: number, now: number): boolean => at <= now + AHEAD

/**
 * `before` and the reading that comes after it, for a span that is not thinned out: each of a fleet's readings takes this way. Null where
 * it is no such reading.
 */
const appended = (
  before: UsageHistory,
  more: UsageHistory,
  { now, span }: { now: number; span: number },
): UsageHistory | null => {
  const [sample] = more
  const last = before.at(-1)
  if (sample === undefined || more.length > 1 || last === undefined || span > HOUR) return null
  if (sample.at <= last.at || !isPast(sample.at, now) || now - sample.at > span) return null
  let from = 0
  while (now - (before[from]?.at ?? now) > span) from += 1
  return [...before.slice(from), sample]
}

/**
 * Two histories in one. Bounded: nothing older than `span` milliseconds, thinned out beyond an hour, and nothing from the future.
 * The same object as `before` where that leaves it as it was.
 */
export const mergeSamples = (
  before: UsageHistory,
  more: UsageHistory,
  { now, span }: { now: number; span: number },
): UsageHistory => {
  const longer = appended(before, more, { now, span })
  if (longer !== null) return longer
  const merged: UsageSample[] = []
  let left = 0
  let right = 0
  while (left < before.length || right < more.length) {
    const one = before[left]
    const other = more[right]
    const isLeft = other === undefined || (one !== undefined && one.at <= other.at)
    const sample = isLeft ? one : other
    if (isLeft) left += 1
    else right += 1
    if (sample === undefined) break
    const last = merged.at(-1)
    const age = now - sample.at
    const isKnown = last?.at === sample.at
    const isCrowded = age > HOUR && last !== undefined && sample.at - last.at < SAMPLE_SPACING
    if (age <= span && isPast(sample.at, now) && !isKnown && !isCrowded) merged.push(sample)
  }
  const isSame =
    merged.length === before.length && merged.every((sample, index) => sample.at === before[index]?.at)
  return isSame ? before : merged
}

/**
 * The CPU of the `span` milliseconds up to `now` in even slots of time, oldest first: the mean of what was read within each, null
 * where nothing was. Slots begin at fixed times, so that the past stays as it is drawn while time goes on.
 */
export const cpuSlots = (
  samples: UsageHistory,
  { now, span, slot }: { now: number; span: number; slot: number },
): (number | null)[] => {
  const count = Math.round(span / slot)
  const first = Math.floor(now / slot) - count + 1
  const sums = Array.from({ length: count }, () => ({ sum: 0, count: 0 }))
  for (const { at, cpu } of samples) {
    const into = sums[Math.floor(at / slot) - first]
    if (cpu === null || into === undefined) continue
    into.sum += cpu
    into.count += 1
  }
  return sums.map(({ sum, count: readings }) => (readings === 0 ? null : sum / readings))
}

/** For so long (ms) the last reading stands for what is now. */
export const STANDS_FOR = 2 * MINUTE
/** From this share in use on, memory or a disk is nearly full. */
export const NEARLY_FULL = 0.9

/** Under this CPU percentage a container counts as idle, as the service's own auto-stop has it. */
export const IDLE_CPU = 5
/** How long it must stay there. */
export const IDLE_FOR = 30 * MINUTE
/** Two samples further apart than this leave what was between unknown: the service itself looks every 5 minutes. */
export const COVERED = 5 * MINUTE

/**
 * Since when a container has been idle, or null when it is not, or when too little was seen to say. It takes 30 minutes of CPU
 * under 5 % up to now, with no hole of more than 5 minutes. It looks at CPU only: a GPU job can look idle.
 * `samples` are in order of time.
 */
export const idleSince = (samples: readonly UsageSample[], now: number): number | null => {
  let since = now
  for (let index = samples.length - 1; index >= 0; index -= 1) {
    const sample = samples[index]
    if (sample === undefined || since - sample.at > COVERED) break
    if (sample.cpu !== null) {
      if (sample.cpu >= IDLE_CPU) break
      since = Math.min(since, sample.at)
    }
  }
  return now - since >= IDLE_FOR ? since : null
}

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
