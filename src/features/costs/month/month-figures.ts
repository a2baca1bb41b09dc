import { formatMonth, formatShortDay } from '#lib/calendar.ts'
import { monthStart } from '#model/ledger/days.ts'
import type { Ledger, Tally } from '#model/ledger/ledger.ts'
import { ledgerTotals, toUsd } from '#model/ledger/totals.ts'
import { type Bounds, boundsText } from '#model/pricing/amount-text.ts'

/** A tally as money, for a page. */
export interface Figures extends Bounds {
  observedMs: number
  presumedMs: number
  unseenMs: number
}

export const figuresOf = ({ low, estimate, high, ...rest }: Tally): Figures => ({
  ...rest,
  low: toUsd(low),
  estimate: toUsd(estimate),
  high: toUsd(high),
})

/** Since when this browser saw anything of the account, ms since the epoch; null where it never did. */
export const seenSince = ({ days, watches }: Ledger): number | null =>
  days[0]?.from ?? watches[0]?.from ?? null

/** What this calendar month has come to by now, as far as this browser can say; null where it never saw anything. */
export const monthToDate = (ledger: Ledger, now: number): Figures | null =>
  seenSince(ledger) === null ? null : figuresOf(ledgerTotals(ledger, [monthStart(now), now]).total)

/** A calendar month that is over. `from` is when it began, ms since the epoch. */
export interface PastMonth {
  from: number
  figures: Figures
}

/** What the calendar month before came to; null where this browser saw nothing of it, since all would be guessed then. */
export const lastMonth = (ledger: Ledger, now: number): PastMonth | null => {
  const end = monthStart(now)
  const from = monthStart(end - 1)
  const isOf = (time: { from: number; to: number }) => time.from < end && time.to > from
  if (!ledger.watches.some(isOf) && !ledger.days.some(isOf)) return null
  return { from, figures: figuresOf(ledgerTotals(ledger, [from, end]).total) }
}

/** The local midnight that ends the month of a time, ms since the epoch. */
export const monthEndOf = (time: number): number => {
  const date = new Date(time)
  return new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime()
}

/** A month in one sentence: its figure, and behind it the range. */
export interface MonthSentence {
  figure: string
  range: string
}

const sentence = (when: string, bounds: Bounds): MonthSentence => {
  const { low, estimate, high } = boundsText(bounds)
  if (estimate === 'unknown') return { figure: `${when} an unknown amount`, range: '.' }
  const figure = `${when} ${estimate}`
  // What has no known price comes on top of both ends.
  if (bounds.unknown.length > 0) return { figure, range: `, at least ${low}.` }
  return { figure, range: low === high ? '.' : `, between ${low} and ${high}.` }
}

/** "Since Nov 1 ≈ $1,490", ", between $395 and $2,703." `now` in ms since the epoch. */
export const thisMonthSentence = (bounds: Bounds, now: number): MonthSentence =>
  sentence(`Since ${formatShortDay(monthStart(now))}`, bounds)

/** "October 2026 ≈ $2,110", ", between $1,900 and $2,300." `from` is in that month, ms since the epoch. */
export const pastMonthSentence = (bounds: Bounds, from: number): MonthSentence =>
  sentence(formatMonth(from), bounds)
