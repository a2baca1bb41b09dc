import { LOCALE } from './format.ts'
import { NANO, type Usd } from './money.ts'

// Money is taken exactly (nano-dollars) and rounded only here. What is shown goes through model/pricing, whose texts also say what an
// amount lacks: nothing else may import this file (see oxlint.config.mjs).

/** Keeps a figure and its unit on one line. */
const NBSP = '\u00a0'

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** The amount to `digits` decimals, half away from zero, in units of the last one. */
export const rounded = (amount: Usd, digits: number): bigint => {
  const unit = 10n ** BigInt(9 - digits)
  return (amount < 0n ? amount - unit / 2n : amount + unit / 2n) / unit
}

/** How many decimals the amount reads with: `significant` figures, at least `least` decimals, and no zeros beyond those. */
export const decimalsFor = (amount: Usd, least: number, significant: number): number => {
  if (amount === 0n) return least
  const leadingZeros = 9 - size(amount).toString().length
  const most = Math.min(9, Math.max(least, leadingZeros + significant))
  const figures = size(rounded(amount, most)).toString()
  const trailingZeros = figures.length - figures.replace(/0+$/, '').length
  return Math.max(least, most - trailingZeros)
}

const moneyFormats = new Map<string, Intl.NumberFormat>()
const moneyFormat = (digits: number, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat => {
  const key = `${digits} ${signDisplay}`
  const cached = moneyFormats.get(key)
  const format =
    cached ??
    new Intl.NumberFormat(LOCALE, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    })
  if (cached === undefined) moneyFormats.set(key, format)
  return format
}

export const money = (amount: Usd, digits: number, signDisplay: 'auto' | 'exceptZero' = 'auto'): string =>
  moneyFormat(digits, signDisplay)
    .format(Number(rounded(amount, digits)) / 10 ** digits)
    // The true minus is as wide as the plus.
    .replace('-', '−')

/** The decimals of every price per hour, so that prices that stand together share an edge. */
const HOURLY_DIGITS = 3

/** What is there and rounds away reads as less than the last digit, never as nothing. */
const orLess = (amount: Usd, digits: number): string =>
  amount !== 0n && rounded(amount, digits) === 0n
    ? `<${NBSP}${money(10n ** BigInt(9 - digits), digits)}`
    : money(amount, digits)

/** An hourly price in three decimals: "$4.470", "$0.034", "$0.000"; "< $0.001" for what rounds to nothing. */
export const formatHourly = (amount: Usd): string => orLess(amount, HOURLY_DIGITS)

/** A change of an hourly price, with its sign: "+$0.240", "−$0.050". Finer where three decimals would hide it. */
export const formatHourlyChange = (amount: Usd): string =>
  money(amount, decimalsFor(amount, HOURLY_DIGITS, 1), 'exceptZero')

/** A rate or a line of a breakdown in full, four decimals at least: "$0.0150", "$0.00025". Lines add up as they are written. */
export const formatRate = (rate: Usd): string => money(rate, decimalsFor(rate, 4, 19))

/** An amount of dollars that is no projection, cents only where it has some: "$50", "$49.50". */
export const formatDollars = (amount: Usd): string =>
  money(amount, amount % NANO === 0n ? 0 : decimalsFor(amount, 2, 1))

const projectedDigits = (amount: Usd): number => {
  if (size(amount) >= 100n * NANO) return 0
  return rounded(amount, 2) === 0n ? decimalsFor(amount, 2, 1) : 2
}

/** A projected amount over some time, always with ≈: "≈ $445", "≈ $14.64". */
export const formatProjected = (amount: Usd): string =>
  amount === 0n ? money(0n, 0) : `≈${NBSP}${money(amount, projectedDigits(amount))}`

/** A projected amount per month in whole dollars: "≈ $445", "< $1". Takes the amount, not the hourly rate. */
export const formatMonthly = (amount: Usd): string => {
  if (amount > 0n && amount < NANO) return `<${NBSP}${money(NANO, 0)}`
  return amount === 0n ? money(amount, 0) : `≈${NBSP}${money(amount, 0)}`
}
