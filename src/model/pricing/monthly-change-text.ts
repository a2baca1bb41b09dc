import { decimalsFor, money, rounded } from '#lib/format-money.ts'
import { perMonth } from '#lib/money.ts'

import type { Amount } from './cost.ts'
import { unknownText } from './price-text.ts'

/**
 * What a change of a price per hour comes to in a month of 730 hours, with its sign: "−$1,387", "+$88", "−$80 (GPU rate unknown)". Cents
 * where whole dollars would hide it.
 */
export const monthlyChangeText = (hourly: Amount): string => {
  const unknown = unknownText(hourly)
  const month = perMonth(hourly.known)
  if (month === 0n) return unknown === null ? money(0n, 0) : `unknown (${unknown})`
  const digits = rounded(month, 0) === 0n ? decimalsFor(month, 2, 1) : 0
  const text = money(month, digits, 'exceptZero')
  return unknown === null ? text : `${text} (${unknown})`
}
