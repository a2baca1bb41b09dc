import { type CostPart, costParts } from '../pricing/cost.ts'
import type { Coverage, Stretch } from './stretches.ts'
import { type LedgerPart, ledgerParts, type Parts, type Tally, type UsdMs } from './ledger.ts'

/** A tally in the making. */
export interface Count {
  parts: Record<LedgerPart, UsdMs>
  low: UsdMs
  high: UsdMs
  observedMs: number
  presumedMs: number
  unknown: Set<CostPart>
  assumed: boolean
}

export const newCount = (): Count => ({
  parts: { compute: 0n, storage: 0n, gpu: 0n, other: 0n },
  low: 0n,
  high: 0n,
  observedMs: 0,
  presumedMs: 0,
  unknown: new Set(),
  assumed: false,
})

const unseen: Coverage = { observedMs: 0, presumedMs: 0, unseenMs: 0 }

/** A price with its parts put together. */
export const sumOf = ({ compute, storage, gpu, other }: Parts): bigint => compute + storage + gpu + other

/** Adds a piece of a stretch, of so many milliseconds, to a count. `watched` is how the account was watched meanwhile: of a gap it does not matter. */
export const addStretch = (
  count: Count,
  { isGap, facts, low, high }: Stretch,
  lastsMs: number,
  watched: () => Coverage,
): void => {
  const { now, assumed, unknown, unknownRunning } = facts
  const { observedMs, presumedMs, unseenMs } = isGap ? unseen : watched()
  const duration = BigInt(lastsMs)
  const certain = assumed ? 0n : BigInt(observedMs)
  // After the last sighting it may be gone.
  const there = isGap ? duration : duration - BigInt(unseenMs)
  const known = certain === 0n ? 0n : sumOf(now) * certain
  const least = known + low * (there - certain)
  const most = known + high * (duration - certain)
  for (const part of ledgerParts) if (now[part] !== 0n) count.parts[part] += now[part] * duration
  count.low += least
  count.high += most
  count.observedMs += observedMs
  count.presumedMs += presumedMs
  count.assumed ||= assumed
  for (const part of unknown) count.unknown.add(part)
  if (certain !== duration) for (const part of unknownRunning) count.unknown.add(part)
}

/** Adds one count to another. */
export const addCount = (count: Count, other: Count): void => {
  for (const part of ledgerParts) count.parts[part] += other.parts[part]
  count.low += other.low
  count.high += other.high
  count.observedMs += other.observedMs
  count.presumedMs += other.presumedMs
  count.assumed ||= other.assumed
  for (const part of other.unknown) count.unknown.add(part)
}

/** Adds the money of what was tallied before, and not its time. */
export const addTally = (count: Count, tally: Tally): void => {
  for (const part of ledgerParts) count.parts[part] += tally.parts[part]
  count.low += tally.low
  count.high += tally.high
  count.assumed ||= tally.assumed
  for (const part of tally.unknown) count.unknown.add(part)
}

/** The finished tally of a time of so many milliseconds. */
export const tallyOf = (
  { parts, low, high, unknown, assumed }: Count,
  { observedMs, presumedMs, unseenMs }: Coverage,
): Tally => ({
  parts,
  estimate: sumOf(parts),
  low,
  high,
  observedMs,
  presumedMs,
  unseenMs,
  unknown: costParts.filter((part) => unknown.has(part)),
  assumed,
})

/** Whether there is no money in it, known or unknown. */
export const isNothing = ({ high, unknown }: Tally): boolean => high === 0n && unknown.length === 0
