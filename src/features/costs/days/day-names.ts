import { formatMonth, formatShortMonth, formatWeekDay } from '#lib/calendar.ts'

import type { Span } from '../costs-search.ts'

/** A day or a month by its beginning (ms since the epoch): "Mon, Oct 6", "October 2026". */
export const partName = (from: number, span: Span): string =>
  span === '12m' ? formatMonth(from) : formatWeekDay(from)

/** The same, short enough to stand under a bar: "6", "Oct". */
export const partTick = (from: number, span: Span): string =>
  span === '12m' ? formatShortMonth(from) : `${new Date(from).getDate()}`
