import {
  decimalsFor,
  formatDollars,
  formatHourly,
  formatMonthly,
  formatProjected,
  money,
  rounded,
} from '#lib/format-money.ts'
import { formatPercent } from '#lib/format.ts'
import { NANO, type Usd } from '#lib/money.ts'

import type { Amount } from './cost.ts'
import { fromText } from './price-text.ts'

/** An amount over some time, a projection: "≈ $445", "from ≈ $445", "unknown". */
export const projectedText = (amount: Amount): string => fromText(amount, formatProjected)

/** An amount that nothing can be missing from, as somebody set it or a scale is marked: "$50", "$49.50". */
export const wholeText = (amount: Usd): string => formatDollars(amount)

const atLeast = ({ known: amount, unknown }: Amount, text: string): string | null => {
  if (amount === 0n) return unknown.length === 0 ? null : 'an amount that is not known'
  return `${unknown.length === 0 ? '' : 'at least '}${text}`
}

/** What is saved or paid in an hour, as part of a sentence: "$0.560 / h", "at least $0.560 / h"; null where there is none. */
export const atLeastHourly = (hourly: Amount): string | null =>
  atLeast(hourly, `${formatHourly(hourly.known)} / h`)

/** The same of an amount in a month, not an hour: "≈ $73 / month", "at least ≈ $73 / month". */
export const atLeastMonthly = (amount: Amount): string | null =>
  atLeast(amount, `${formatMonthly(amount.known)} / month`)

/** What some time came to, as far as it was seen: at least, about, at most. What has no known price comes on top of each. */
export interface Bounds extends Pick<Amount, 'unknown'> {
  low: Usd
  estimate: Usd
  high: Usd
}

const NBSP = '\u00a0'

/** Down for what is at least, up for what is at most. */
const outward = (amount: Usd, digits: number, way: 'down' | 'up'): Usd => {
  const unit = 10n ** BigInt(9 - digits)
  const rest = ((amount % unit) + unit) % unit
  if (rest === 0n) return amount
  return amount - rest + (way === 'up' ? unit : 0n)
}

/** How many decimals figures of one thing are written with: whole dollars where these tell them apart. `others` are to read differently too. */
const sharedDigits = ({ low, estimate, high }: Bounds, others: readonly Usd[]): number => {
  const isApart = (a: Usd, b: Usd) => a === b || rounded(a, 0) !== rounded(b, 0)
  const isWhole = high >= 10n * NANO && isApart(low, high) && low !== high
  if (isWhole && others.every((other) => isApart(estimate, other))) return 0
  return Math.max(
    2,
    ...[high, ...others.map((other) => estimate - other)].map((amount) => decimalsFor(amount, 2, 1)),
  )
}

/** Bounds and what lies between them as they stand together, in one rounding: the lower one down, the upper one up. */
export interface BoundsText {
  /** "≈ $38–61", "from ≈ $38–61", "unknown". One figure where both bounds are one. */
  range: string
  low: string
  estimate: string
  /** "not known" where a part has no known price. */
  high: string
}

/** Writes bounds; `beside` are amounts that the estimate must not be taken for, such as a budget that it is just above. */
export const boundsText = (bounds: Bounds, beside: readonly Usd[] = []): BoundsText => {
  const { low, estimate, high, unknown } = bounds
  if (unknown.length > 0 && high === 0n)
    return { range: 'unknown', low: 'unknown', estimate: 'unknown', high: 'not known' }
  const digits = sharedDigits(bounds, beside)
  const isExact = low === high
  const write = (amount: Usd) => money(amount, amount === 0n ? 0 : digits)
  const least = write(isExact ? low : outward(low, digits, 'down'))
  const most = write(isExact ? high : outward(high, digits, 'up'))
  const about = estimate === 0n ? write(estimate) : `≈${NBSP}${write(estimate)}`
  const from = unknown.length === 0 ? '' : 'from '
  const range = least === most ? about : `≈${NBSP}${least}–${most.replace('$', '')}`
  return {
    range: `${from}${range}`,
    low: least,
    estimate: unknown.length > 0 && estimate === 0n ? 'unknown' : `${from}${about}`,
    high: unknown.length > 0 ? 'not known' : most,
  }
}

/** A single amount that must not be taken for another: what is over a budget of $1,000 is not "≈ $1,000". */
export const besideText = ({ known, unknown }: Amount, other: Usd): string => {
  if (known === other || rounded(known, 0) !== rounded(other, 0)) return projectedText({ known, unknown })
  const { estimate } = boundsText({ low: known, estimate: known, high: known, unknown }, [other])
  return estimate
}

/**
 * A share (0 to 1) as a whole percentage: what is not nothing never reads 0 %, and what is not all never reads 100 %. A dash where it
 * means nothing.
 */
export const shareText = (share: number | null): string => {
  if (share === null) return '—'
  if (share > 0 && share < 0.005) return `<${NBSP}${formatPercent(1)}`
  return formatPercent(share < 1 ? Math.min(99, share * 100) : share * 100)
}
