import { DAY, HOUR, MINUTE, SECOND, writtenTime } from './time.ts'

// Every figure the app shows that is not money (see format-money.ts) is written here.

/** Keeps a figure and its unit on one line. */
const NBSP = '\u00a0'

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

const count = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 })
const fixedDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

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

/** A time that is counted by the second, up to an hour: "0:42", "13:02"; beyond that as `formatAge`. */
export const formatStopwatch = (elapsedMs: number): string => {
  const seconds = Math.floor(whole(elapsedMs) / SECOND)
  if (seconds >= HOUR / SECOND) return formatAge(elapsedMs)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
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
export const timesIn = (zone?: string) => {
  const options = { hourCycle: 'h23', timeZone: zone ?? 'UTC' } as const
  const dateTime = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', ...options })
  const clock = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short', ...options })
  const clockSeconds = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium', ...options })
  return {
    /** Date and time of day: "Dec 21, 2025, 14:09". */
    formatDateTime: (ms: number): string => writtenTime(dateTime, ms, zone),
    /** Time of day, in 24 hours: "14:09". */
    formatClock: (ms: number, precision: 'minutes' | 'seconds' = 'minutes'): string =>
      writtenTime(precision === 'minutes' ? clock : clockSeconds, ms, zone),
  }
}

export const { formatDateTime, formatClock } = timesIn()
