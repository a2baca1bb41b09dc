import type { Span } from '../costs-search.ts'

const dayName = new Intl.DateTimeFormat(undefined, { weekday: 'short', month: 'short', day: 'numeric' })
const dayTick = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' })
const monthName = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' })
const monthTick = new Intl.DateTimeFormat(undefined, { month: 'short' })

/** A day or a month by its beginning (ms since the epoch): "Mon, Oct 6", "October 2026". */
export const partName = (from: number, span: Span): string =>
  (span === '12m' ? monthName : dayName).format(from)

/** The same, short enough to stand under a bar: "Oct 6", "Oct". */
export const partTick = (from: number, span: Span): string =>
  (span === '12m' ? monthTick : dayTick).format(from)
