import { formatMonth, formatShortMonth, formatWeekDay } from '#lib/calendar.ts'
import { DAY } from '#lib/time.ts'
import { dayBorders, dayStart, monthStart } from '#model/ledger/days.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { ledgerTotals, shareSeen } from '#model/ledger/totals.ts'

import type { Span } from '../costs-search.ts'
import { type Figures, figuresOf } from '../month/month-figures.ts'

/** A day or a month by its beginning (ms since the epoch): "Mon, Oct 6", "October 2026". */
export const partName = (from: number, span: Span): string =>
  span === '12m' ? formatMonth(from) : formatWeekDay(from)

/** The same, short enough to stand under a bar: "6", "Oct". */
export const partTick = (from: number, span: Span): string =>
  span === '12m' ? formatShortMonth(from) : `${new Date(from).getDate()}`

/** A day or a month of the ledger as money. Times in ms since the epoch. */
export interface SpanPart {
  from: number
  to: number
  /** 0 to 1. */
  seen: number
  figures: Figures
}

/** The local midnight so many days before that of `now`. */
const daysBefore = (now: number, days: number): number => {
  const date = new Date(now)
  return dayStart(new Date(date.getFullYear(), date.getMonth(), date.getDate() - days).getTime())
}

const monthBorders = (now: number): number[] => {
  const date = new Date(now)
  const starts = Array.from({ length: 12 }, (_, index) =>
    new Date(date.getFullYear(), date.getMonth() - 11 + index, 1).getTime(),
  )
  return [...starts, now]
}

const borders: Record<Span, (now: number) => number[]> = {
  '7d': (now) => dayBorders(daysBefore(now, 6), now),
  '14d': (now) => dayBorders(daysBefore(now, 13), now),
  '30d': (now) => dayBorders(daysBefore(now, 29), now),
  month: (now) => dayBorders(monthStart(now), now),
  '12m': monthBorders,
}

const partsBetween = (ledger: Ledger, times: readonly number[]): SpanPart[] =>
  ledgerTotals(ledger, times).byDay.map(({ from, to, tally }) => ({
    from,
    to,
    seen: shareSeen(tally),
    figures: figuresOf(tally),
  }))

/** What each day of a span came to, or each month of the longest one; the last part ends now. */
export const spanParts = (ledger: Ledger, span: Span, now: number): SpanPart[] =>
  partsBetween(ledger, borders[span](now))

/** Whether a whole day has gone by since the first look: before that there is no day to show. Both in ms since the epoch. */
export const hasWholeDay = (since: number, now: number): boolean => now - since >= DAY

/** The days of the last year, from the first one on which this browser looked: nothing is told of those before. */
export const yearOfDays = (ledger: Ledger, now: number): SpanPart[] => {
  const days = partsBetween(ledger, dayBorders(daysBefore(now, 364), now))
  const first = days.findIndex(({ seen }) => seen > 0)
  return first < 0 ? [] : days.slice(first)
}
