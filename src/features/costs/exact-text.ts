import { formatRate } from '#lib/format.ts'
import type { Total } from '#model/pricing/cost.ts'

/** A price per hour to its last digit, for columns that add up: "$0.6100", "from $0.6100", "unknown". */
export const exactText = ({ known, unknown }: Total): string => {
  if (unknown.length === 0) return formatRate(known)
  return known === 0n ? 'unknown' : `from ${formatRate(known)}`
}
