import { LOCALE } from './format.ts'
import { writtenTime } from './time.ts'

/** How days and months are written, in the given time zone (by default the reader's). Apart from `format.ts`: the fleet has none. */
export const calendarFor = (zone?: string) => {
  const timeZone = zone ?? 'UTC'
  const shortDay = new Intl.DateTimeFormat(LOCALE, { month: 'short', day: 'numeric', timeZone })
  const weekDay = new Intl.DateTimeFormat(LOCALE, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone,
  })
  const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone })
  const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone })
  const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeZone })

  /** A day of the calendar: "Sunday, December 21, 2025". */
  const formatDay = (ms: number): string => writtenTime(day, ms, zone)

  /** A day of this year: "Dec 21", or with its weekday "Sun, Dec 21". */
  const formatShortDay = (ms: number): string => writtenTime(shortDay, ms, zone)
  const formatWeekDay = (ms: number): string => writtenTime(weekDay, ms, zone)

  /** A month: "December 2025", or "Dec". */
  const formatMonth = (ms: number): string => writtenTime(month, ms, zone)
  const formatShortMonth = (ms: number): string => writtenTime(shortMonth, ms, zone)

  return { formatDay, formatShortDay, formatWeekDay, formatMonth, formatShortMonth }
}

export const { formatDay, formatShortDay, formatWeekDay, formatMonth, formatShortMonth } = calendarFor()
