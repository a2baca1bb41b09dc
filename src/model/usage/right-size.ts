import type { Instance } from '#contract/instance.ts'
import { DAY, HOUR } from '#lib/time.ts'

import { resizePrice } from '../pricing/action-price.ts'
import type { Amount } from '../pricing/cost.ts'
import { COVERED, isPast, type UsageHistory } from './usage.ts'

/** So much of the last day has to have been seen before a smaller size is suggested, in milliseconds. */
const SEEN_FOR = 20 * HOUR
/** The peaks of a day may take so much of the smaller size: what comes tomorrow may be more. */
const CPU_SHARE = 0.6
const MEMORY_SHARE = 0.75

/** A smaller size that the last day's use fits, and what it would save per hour. The disk is left as it is. */
export interface RightSize {
  n_vcpus: number
  mem_gib: number
  /** Above zero. */
  saves: Amount
}

/** The largest power of two below `size`; null where there is none. */
const nextSmaller = (size: number): number | null =>
  size <= 1 ? null : 2 ** (Math.ceil(Math.log2(size)) - 1)

/**
 * The readings of the last day that were made at the present amount of memory: a share of another size says little of this one. How many
 * vCPUs there were is not in a reading.
 */
const atThisSize = (history: UsageHistory, memory: number, now: number): UsageHistory =>
  history.filter(
    ({ at, memTotal }) =>
      isPast(at, now) &&
      now - at <= DAY &&
      (memTotal === null || Math.abs(memTotal - memory) < memory * 0.02),
  )

/** How long was seen, in milliseconds: between readings that are close enough to stand for what lies between. */
const seenFor = (samples: readonly { at: number }[]): number => {
  let seen = 0
  for (const [index, { at }] of samples.entries()) {
    const gap = at - (samples[index - 1]?.at ?? at)
    if (gap <= COVERED) seen += gap
  }
  return seen
}

/**
 * The next smaller power of two of vCPUs and of memory, each where the last day's peak leaves room in it: CPU at most 60 % of the new
 * vCPUs, memory at most 75 % of the new memory. Null where neither fits, where less than 20 hours of the day were seen, and where it is
 * not known to save anything. One step at a time, however low the use is. `history` is in order of time.
 */
export const rightSize = (instance: Instance, history: UsageHistory, now: number): RightSize | null => {
  const { n_vcpus: vcpus, mem_gib: memory } = instance
  if (vcpus === null || memory === null || vcpus <= 0 || memory <= 0) return null
  const measured = atThisSize(history, memory, now).flatMap(({ at, cpu, memUsed }) =>
    cpu === null || memUsed === null ? [] : [{ at, cpu, memUsed }],
  )
  if (seenFor(measured) < SEEN_FOR) return null
  const peak = measured.reduce(
    (most, { cpu, memUsed }) => ({
      vcpus: Math.max(most.vcpus, (cpu / 100) * vcpus),
      memory: Math.max(most.memory, memUsed),
    }),
    { vcpus: 0, memory: 0 },
  )
  const fewer = nextSmaller(vcpus)
  const less = nextSmaller(memory)
  const size = {
    n_vcpus: fewer !== null && peak.vcpus <= fewer * CPU_SHARE ? fewer : vcpus,
    mem_gib: less !== null && peak.memory <= less * MEMORY_SHARE ? less : memory,
  }
  const { change } = resizePrice(instance, size).running
  // Also where neither is smaller.
  if (change.known >= 0n || change.unknown.length > 0) return null
  return { ...size, saves: { known: -change.known, unknown: [] } }
}
