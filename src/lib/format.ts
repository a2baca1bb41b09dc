import { NANO, type Usd } from './money.ts'
import { DAY, HOUR, MINUTE, SECOND, writtenTime } from './time.ts'

// Every figure the app shows is written here. Money is taken exactly (nano-dollars) and rounded only here.

/** Keeps a figure and its unit on one line. */
const NBSP = '\u00a0'
/** As wide as a digit, and as a point. */
const FIGURE_SPACE = '\u2007'
const POINT_SPACE = '\u2008'

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** The amount to `digits` decimals, half away from zero, in units of the last one. */
const rounded = (amount: Usd, digits: number): bigint => {
  const unit = 10n ** BigInt(9 - digits)
  return (amount < 0n ? amount - unit / 2n : amount + unit / 2n) / unit
}

/** How many decimals the amount reads with: `significant` figures, at least `least` decimals, and no zeros beyond those. */
const decimalsFor = (amount: Usd, least: number, significant: number): number => {
  if (amount === 0n) return least
  const leadingZeros = 9 - size(amount).toString().length
  const most = Math.min(9, Math.max(least, leadingZeros + significant))
  const figures = size(rounded(amount, most)).toString()
  const trailingZeros = figures.length - figures.replace(/0+$/, '').length
  return Math.max(least, most - trailingZeros)
}

const elapsedUnits = [
  { ms: DAY, short: 'd', long: 'day' },
  { ms: HOUR, short: 'h', long: null },
  { ms: MINUTE, short: 'min', long: null },
  { ms: SECOND, short: 's', long: null },
] as const

const unitOf = (ms: number) =>
  elapsedUnits.find((unit) => ms >= unit.ms) ?? ({ ms: SECOND, short: 's', long: null } as const)

const whole = (elapsed: number): number => (Number.isFinite(elapsed) ? Math.max(0, elapsed) : 0)

/**
 * The one locale of the app: its sentences are English, and a figure must not mean another thing in them than in the browser's own
 * language ("6.847" for 6,847). Also what every other `Intl` object of the app takes.
 */
export const LOCALE = 'en-US'

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
const money = (amount: Usd, digits: number, signDisplay: 'auto' | 'exceptZero' = 'auto'): string =>
  moneyFormat(digits, signDisplay).format(Number(rounded(amount, digits)) / 10 ** digits)
const count = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })
const fixedDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

const hourlyDigits = (amount: Usd): number => (amount === 0n ? 0 : decimalsFor(amount, 2, 4))

/** An hourly price in four figures, cents at least: "$4.47", "$1.006", "$0.61", "$0.0075". */
export const formatHourly = (amount: Usd): string => money(amount, hourlyDigits(amount))

/** A change of an hourly price, with its sign: "+$0.24", "-$0.05". */
export const formatHourlyChange = (amount: Usd): string => money(amount, hourlyDigits(amount), 'exceptZero')

/**
 * A price with room behind it for `digits` decimals, so that the points of a right-aligned column of prices stand below one
 * another. What holds no figure ("unknown") stays as it is.
 */
export const alignPoint = (price: string, digits = 4): string => {
  if (!/\d/.test(price)) return price
  const at = price.lastIndexOf('.')
  const decimals = at === -1 ? 0 : price.slice(at).replaceAll(/\D/g, '').length
  return `${price}${at === -1 ? POINT_SPACE : ''}${FIGURE_SPACE.repeat(Math.max(0, digits - decimals))}`
}

/** A rate or a line of a breakdown in full, four decimals at least: "$0.0150", "$0.00025". Lines add up as they are written. */
export const formatRate = (rate: Usd): string => money(rate, decimalsFor(rate, 4, 19))

/** An amount of dollars that is no projection, cents only where it has some: "$50", "$49.50". */
export const formatDollars = (amount: Usd): string =>
  money(amount, amount % NANO === 0n ? 0 : decimalsFor(amount, 2, 1))

const monthlyDigits = (amount: Usd): number => {
  if (size(amount) >= 100n * NANO) return 0
  return rounded(amount, 2) === 0n ? decimalsFor(amount, 2, 1) : 2
}

/** A projected amount per day or month, always with ≈: "≈ $445", "≈ $14.64". Takes the amount, not the hourly rate. */
export const formatMonthly = (amount: Usd): string =>
  amount === 0n ? money(0n, 0) : `≈${NBSP}${money(amount, monthlyDigits(amount))}`

/** As `formatMonthly`, with cents where it would read as if it were `other`: what is over a budget of $1,000 is not "≈ $1,000". */
export const formatMonthlyBeside = (amount: Usd, other: Usd): string =>
  amount !== other && rounded(amount, 0) === rounded(other, 0)
    ? `≈${NBSP}${money(amount, decimalsFor(amount - other, 2, 1))}`
    : formatMonthly(amount)

/** What is known only between two bounds, always with ≈ and no finer than it need be: "≈ $38–61". One figure where both read the same. */
export const formatRange = (low: Usd, high: Usd): string => {
  const differ = (digits: number) => rounded(low, digits) !== rounded(high, digits)
  const digits = size(high) >= 10n * NANO && differ(0) ? 0 : monthlyDigits(high)
  if (!differ(digits)) return formatMonthly(high)
  const [from, to] = [low, high].map((amount) => Number(rounded(amount, digits)) / 10 ** digits)
  const range = moneyFormat(digits, 'auto')
    .formatRangeToParts(from ?? 0, to ?? 0)
    // The currency is said once.
    .filter(({ type, source }) => type !== 'currency' || source !== 'endRange')
    .map(({ value }) => value.trim())
  return `≈${NBSP}${range.join('')}`
}

export const formatCount = (value: number): string => count.format(value)

/** "1,000 GiB", "12.4 GiB". */
export const formatGib = (gib: number): string => `${oneDecimal.format(gib)}${NBSP}GiB`

/** A number with at most one decimal, for a figure whose unit stands elsewhere: "12.4". */
export const formatNumber = (value: number): string => oneDecimal.format(value)

/** "41 %" in lists, "41.2 %" (one digit) on charts. Takes percent, not a fraction. */
export const formatPercent = (percent: number, digits: 0 | 1 = 0): string =>
  `${(digits === 0 ? count : fixedDecimal).format(percent)}${NBSP}%`

/** How long ago, short, in its largest whole unit: "8 s", "12 min", "9 h", "148 d". Takes elapsed milliseconds. */
export const formatAge = (elapsedMs: number): string => {
  const elapsed = whole(elapsedMs)
  const unit = unitOf(elapsed)
  return `${count.format(Math.floor(elapsed / unit.ms))}${NBSP}${unit.short}`
}

/** The same in a sentence: "just now", "8 s ago", "12 min ago", "3 days ago". */
export const formatAgo = (elapsedMs: number): string => {
  const elapsed = whole(elapsedMs)
  if (elapsed < 2 * SECOND) return 'just now'
  const unit = unitOf(elapsed)
  if (unit.long === null) return `${formatAge(elapsed)} ago`
  const amount = Math.floor(elapsed / unit.ms)
  return `${count.format(amount)}${NBSP}${unit.long}${amount === 1 ? '' : 's'} ago`
}

/** A length of time in its two largest units: "41 s", "12 min", "1 h 20 min", "3 d 4 h". */
export const formatDuration = (ms: number): string => {
  const elapsed = whole(ms)
  const first = unitOf(elapsed)
  const second = elapsedUnits[elapsedUnits.findIndex((unit) => unit.ms === first.ms) + 1]
  const rest = elapsed % first.ms
  const isWhole = second === undefined || rest < second.ms
  return isWhole
    ? formatAge(elapsed)
    : `${formatAge(elapsed)} ${Math.floor(rest / second.ms)}${NBSP}${second.short}`
}

/** How times are written in a time zone, by default the reader's. */
export const timesIn = (timeZone?: string) => {
  const options = { hourCycle: 'h23', ...(timeZone === undefined ? {} : { timeZone }) } as const
  const dateTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', ...options })
  const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', ...options })
  const clockSeconds = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium', ...options })
  return {
    /** Date and time of day: "Dec 21, 2025, 14:09". */
    formatDateTime: (ms: number): string => writtenTime(dateTime, ms),
    /** Time of day, in 24 hours: "14:09". */
    formatClock: (ms: number, precision: 'minutes' | 'seconds' = 'minutes'): string =>
      writtenTime(precision === 'minutes' ? clock : clockSeconds, ms),
  }
}

export const { formatDateTime, formatClock } = timesIn()
