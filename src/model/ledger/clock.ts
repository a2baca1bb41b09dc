import { MINUTE } from '#lib/time.ts'

/** Two clocks that differ by less are taken for one: an answer is on its way for a while, and says whole seconds. */
const TOLERANCE = 5 * MINUTE

/**
 * By how much this computer's clock is behind that of the service (ms; below zero: ahead), given the `Date` of an answer and when it came;
 * 0 where they agree, null where the service did not say.
 */
export const clockBehind = (told: { date: string; at: number } | null): number | null => {
  const behind = told === null ? Number.NaN : Date.parse(told.date) - told.at
  if (!Number.isFinite(behind)) return null
  return Math.abs(behind) < TOLERANCE ? 0 : behind
}

/** What time it is, for the ledger: ms since the epoch, and whether the service's clock says the same. */
export interface LedgerTime {
  now: number
  isSure: boolean
}

/** The time to go by: the service's, where it is known and this computer's is far from it. */
export const ledgerTime = (now: number, told: { date: string; at: number } | null): LedgerTime => {
  const behind = clockBehind(told)
  return { now: now + (behind ?? 0), isSure: behind !== null }
}
