import { formatMonth, formatShortDay } from '#lib/calendar.ts'
import { monthStart } from '#model/ledger/days.ts'
import { type Bounds, boundsText } from '#model/pricing/amount-text.ts'

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
