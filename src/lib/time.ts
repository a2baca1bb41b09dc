/** Where "now" comes from, so that logic which depends on time can be tested. Milliseconds since the epoch. */
export interface Clock {
  now: () => number
}

export const systemClock: Clock = { now: () => Date.now() }

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Whether a number is a moment that a `Date` can hold. */
const isTime = (ms: number): boolean => Math.abs(ms) <= 8.64e15

/** A moment as ISO 8601 in UTC, for `<time>` and exports; empty where it is none. Never throws. */
export const isoText = (ms: number): string => (isTime(ms) ? new Date(ms).toISOString() : '')

/**
 * Writes a moment by a format, which would throw on a number that is none. Where the format's zone is not given it is one of UTC, and
 * the moment is shifted by what the reader's clock says now: a format keeps the zone that it was made in, and readers travel.
 */
export const writtenTime = (format: Intl.DateTimeFormat, ms: number, zone?: string): string => {
  const shown = zone === undefined ? ms - new Date(ms).getTimezoneOffset() * MINUTE : ms
  return isTime(ms) && isTime(shown) ? format.format(shown) : 'unknown'
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

const offsetMs = (zone: string): number => {
  // None of "Z", or of no zone.
  const digits = zone.slice(1).replace(':', '')
  const size = Number(digits.slice(0, 2)) * HOUR + Number(digits.slice(2)) * MINUTE
  return zone.startsWith('-') ? -size : size
}

/**
 * An ISO 8601 timestamp in milliseconds since the epoch; any number of second decimals, `T` or a space, UTC where no zone is
 * given. Null when there is none or it cannot be read: an age is then unknown, never wrong.
 */
export const parseTimestamp = (text: string | null): number | null => {
  const parts = iso.exec(text?.trim() ?? '')
  if (parts === null) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = parts
  const date = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const isRealDay = new Date(date).toISOString().startsWith(`${year}-${month}-${day}`)
  if (!isRealDay || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null
  const timeOfDay = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND
  return date + timeOfDay + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetMs(zone)
}
