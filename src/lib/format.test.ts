import { isMainThread } from 'node:worker_threads'

import { expect, test, vi } from 'vitest'

import { calendarFor } from './calendar.ts'
import * as format from './format.ts'
import { DAY, HOUR, MINUTE, SECOND } from './time.ts'

/** The no-break space between a figure and its unit is of no interest here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test.each([
  [0, '0:00'],
  [42 * SECOND, '0:42'],
  [13 * MINUTE + 2 * SECOND + 900, '13:02'],
  [HOUR - 1, '59:59'],
  [HOUR, '1 h'],
  [-5, '0:00'],
])('%d ms are counted as %s', (ms, text) => {
  expect(plain(format.formatStopwatch(ms))).toBe(text)
})

test('counts, sizes and percentages', () => {
  expect(format.formatCount(10_000)).toBe('10,000')
  expect(plain(format.formatGib(1000))).toBe('1,000 GiB')
  expect(plain(format.formatGib(12.44))).toBe('12.4 GiB')
  expect(plain(format.formatGib(64))).toBe('64 GiB')
  expect(plain(format.formatPercent(41.2))).toBe('41 %')
  expect(plain(format.formatPercent(41.2, 1))).toBe('41.2 %')
  expect(plain(format.formatPercent(41, 1))).toBe('41.0 %')
  expect(format.formatNumber(38.74)).toBe('38.7')
})

test.each([
  [0, '0 s', 'just now', '0 s'],
  [-5 * MINUTE, '0 s', 'just now', '0 s'],
  [8 * SECOND, '8 s', '8 s ago', '8 s'],
  [59_999, '59 s', '59 s ago', '59 s'],
  [12 * MINUTE + 5 * SECOND, '12 min', '12 min ago', '12 min 5 s'],
  [9 * HOUR, '9 h', '9 h ago', '9 h'],
  [80 * MINUTE, '1 h', '1 h ago', '1 h 20 min'],
  [DAY, '1 d', '1 day ago', '1 d'],
  [3 * DAY + 4 * HOUR, '3 d', '3 days ago', '3 d 4 h'],
  [148 * DAY, '148 d', '148 days ago', '148 d'],
  [Number.NaN, '0 s', 'just now', '0 s'],
  [Number.POSITIVE_INFINITY, '0 s', 'just now', '0 s'],
  [1999, '1 s', 'just now', '1 s'],
  [2000, '2 s', '2 s ago', '2 s'],
  [MINUTE, '1 min', '1 min ago', '1 min'],
  [HOUR + 59 * SECOND, '1 h', '1 h ago', '1 h'],
  [HOUR + MINUTE, '1 h', '1 h ago', '1 h 1 min'],
  [2 * DAY + 59 * MINUTE, '2 d', '2 days ago', '2 d'],
  [1500 * DAY, '1,500 d', '1,500 days ago', '1,500 d'],
])('%d ms have the age %s, were %s, and last %s', (ms, age, ago, duration) => {
  expect(plain(format.formatAge(ms))).toBe(age)
  expect(plain(format.formatAgo(ms))).toBe(ago)
  expect(plain(format.formatDuration(ms))).toBe(duration)
})

test('dates and times are English, in 24 hours, in the reader’s time zone', () => {
  const at = Date.UTC(2025, 11, 21, 0, 9, 52)
  const utc = { ...format.timesIn('UTC'), ...calendarFor('UTC') }
  expect(plain(utc.formatDateTime(at))).toBe('Dec 21, 2025, 00:09')
  expect(plain(format.timesIn('Asia/Tokyo').formatDateTime(at))).toBe('Dec 21, 2025, 09:09')
  expect(plain(format.timesIn('America/New_York').formatClock(at))).toBe('19:09')
  expect(plain(utc.formatClock(at, 'seconds'))).toBe('00:09:52')
  expect(utc.formatDay(at)).toBe('Sunday, December 21, 2025')
  expect([utc.formatShortDay(at), utc.formatWeekDay(at)]).toEqual(['Dec 21', 'Sun, Dec 21'])
  expect([utc.formatMonth(at), utc.formatShortMonth(at)]).toEqual(['December 2025', 'Dec'])
})

// A worker thread, as under the mutation tests, cannot change its time zone.
test.runIf(isMainThread)('times follow a reader who comes to another time zone', () => {
  const at = Date.UTC(2025, 11, 21, 20, 9, 52)
  const days = calendarFor()
  for (const [zone, clock, day] of [
    ['UTC', '20:09', 'Dec 21'],
    ['Asia/Tokyo', '05:09', 'Dec 22'],
    ['America/New_York', '15:09', 'Dec 21'],
    ['Asia/Kathmandu', '01:54', 'Dec 22'],
  ] as const) {
    vi.stubEnv('TZ', zone)
    expect(format.formatClock(at)).toBe(clock)
    expect(days.formatShortDay(at)).toBe(day)
    expect(plain(format.formatDateTime(at))).toBe(`${day}, 2025, ${clock}`)
  }
  vi.unstubAllEnvs()
})

test('without a zone, times and days are those of the reader’s clock', () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  for (const at of [Date.UTC(2025, 6, 1, 2, 30), Date.UTC(2025, 11, 21, 23, 9, 52)]) {
    expect(format.formatClock(at, 'seconds')).toBe(format.timesIn(here).formatClock(at, 'seconds'))
    expect(calendarFor().formatDay(at)).toBe(calendarFor(here).formatDay(at))
  }
})

test('what is no moment is unknown, and does not throw', () => {
  for (const at of [Number.NaN, 9e15, -9e15]) {
    expect(format.formatClock(at)).toBe('unknown')
    expect(format.formatDateTime(at)).toBe('unknown')
    expect(calendarFor().formatDay(at)).toBe('unknown')
  }
  // The last moments that there are: one of them may lie beyond the end once it is moved to the reader's clock.
  for (const at of [8.64e15, -8.64e15]) {
    expect(format.timesIn('UTC').formatClock(at)).toMatch(/^\d\d:\d\d$/)
    expect(() => format.formatClock(at)).not.toThrow()
  }
})
