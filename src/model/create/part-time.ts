import type { Amount } from '../pricing/cost.ts'

/**
 * The price per hour, on average, of what runs for some hours of each day and is stopped for the rest, when its disk alone is billed.
 * `hours` is a whole number, 0 to 24.
 */
export const partTime = (running: Amount, stopped: Amount, hours: number): Amount => {
  const on = BigInt(hours)
  return {
    known: (running.known * on + stopped.known * (24n - on)) / 24n,
    unknown: [...new Set([...running.unknown, ...stopped.unknown])],
  }
}
