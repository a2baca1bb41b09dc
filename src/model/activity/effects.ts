import { type Amount, costParts } from '../pricing/cost.ts'
import type { RecordEntry } from './record.ts'

/** What an entry says of the price per hour; null where it says nothing. */
export const effectOf = ({ effect }: RecordEntry): Amount | null =>
  effect === undefined
    ? null
    : { known: BigInt(effect.known), unknown: costParts.filter((part) => effect.unknown.includes(part)) }

/** One change of a price after the other. A part whose price is not known, and that came and went, is in neither end any more. */
export const effectAfter = (a: Amount | null, b: Amount | null): Amount | null => {
  if (a === null || b === null) return a ?? b
  const unknown = costParts.filter((part) => a.unknown.includes(part) !== b.unknown.includes(part))
  const known = a.known + b.known
  return known === 0n && unknown.length === 0 ? null : { known, unknown }
}
