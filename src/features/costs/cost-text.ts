import { formatPercent, formatRate } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import type { CostPart, Total } from '#model/pricing/cost.ts'

/** An amount as written, where some of it has no known rate: "from ≈ $38", or "unknown" where nothing is known. Never 0 for that. */
export const fromText = (text: string, amount: Usd, unknown: readonly CostPart[]): string => {
  if (unknown.length === 0) return text
  return amount === 0n ? 'unknown' : `from ${text}`
}

/** A share (0 to 1) as a whole percentage. What is not nothing never reads 0 %; a dash where it means nothing. */
export const shareText = (share: number | null): string => {
  if (share === null) return '—'
  return share > 0 && share < 0.005 ? `<\u00a0${formatPercent(1)}` : formatPercent(share * 100)
}

/** A price per hour to its last digit, for columns that add up: "$0.6100", "from $0.6100", "unknown". */
export const exactText = ({ known, unknown }: Total): string => {
  if (unknown.length === 0) return formatRate(known)
  return known === 0n ? 'unknown' : `from ${formatRate(known)}`
}
