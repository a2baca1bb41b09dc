import { MINUTE } from '#lib/time.ts'

/** Two clocks that differ by less are taken for one: an answer is on its way for a while, and says whole seconds. */
const TOLERANCE = 5 * MINUTE
/** Once they were not, they are only when this much nearer, or a clock at the edge would be another with each answer. */
const STEADY = MINUTE

/** What the service said the time was (`Date`), at an instant of this computer's clock (ms since the epoch). */
export interface ServiceDate {
  date: string
  at: number
}

/**
 * By how much this computer's clock is behind that of the service (ms; below zero: ahead); 0 where they agree, null where the service did
 * not say.
 */
export const clockBehind = (serviceDate: ServiceDate | null, tolerance = TOLERANCE): number | null => {
  const behind = serviceDate === null ? Number.NaN : Date.parse(serviceDate.date) - serviceDate.at
  if (!Number.isFinite(behind)) return null
  return Math.abs(behind) < tolerance ? 0 : behind
}

/** What time it is, for the ledger: ms since the epoch, and whether the service's clock says the same. */
export interface LedgerTime {
  now: number
  isSure: boolean
}

/** The time to go by, for a time of this computer's clock: the service's, where it is known and this computer's is far from it. */
export const createLedgerClock = (serviceDate: () => ServiceDate | null) => {
  let isOff = false
  return (now: number): LedgerTime => {
    const behind = clockBehind(serviceDate(), isOff ? TOLERANCE - STEADY : TOLERANCE)
    isOff = behind !== null && behind !== 0
    return { now: now + (behind ?? 0), isSure: behind !== null }
  }
}
