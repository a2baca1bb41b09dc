import { LOCALE } from './format.ts'
import { writtenTime } from './time.ts'

/** How days and months are written, in the given time zone (by default the reader's). Apart from `format.ts`: the fleet has none. */
export const calendarFor = (timeZone?: string) => {
  const zone = timeZone === undefined ? {} : { timeZone }
  const shortDay = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', ...zone })
  const weekDay = new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    ...zone,
  })
  const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', ...zone })
  const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', ...zone })
  const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', ...zone })

  /** A day of the calendar: "Sunday, December 21, 2025". */
  const formatDay = (ms: number): string => writtenTime(day, ms)

  /** A day of this year: "Dec 21", or with its weekday "Sun, Dec 21". */
  const formatShortDay = (ms: number): string => shortDay.format(ms)
  const formatWeekDay = (ms: number): string => weekDay.format(ms)

  /** A month: "December 2025", or "Dec". */
  const formatMonth = (ms: number): string => month.format(ms)
  const formatShortMonth = (ms: number): string => shortMonth.format(ms)

  return { formatDay, formatShortDay, formatWeekDay, formatMonth, formatShortMonth }
}

export const { formatDay, formatShortDay, formatWeekDay, formatMonth, formatShortMonth } = calendarFor()
