import type { Usd } from '#lib/money.ts'
import type { CostPart } from '#model/pricing/cost.ts'

/** An amount as written, where some of it has no known rate: "from ≈ $38", or "unknown" where nothing is known. Never 0 for that. */
export const fromText = (text: string, amount: Usd, unknown: readonly CostPart[]): string => {
  if (unknown.length === 0) return text
  return amount === 0n ? 'unknown' : `from ${text}`
}
