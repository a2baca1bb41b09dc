import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { calendarFor } from './calendar.ts'
import * as format from './format.ts'
import { fromDecimal, sum, usd } from './money.ts'
import { DAY, HOUR, MINUTE, SECOND } from './time.ts'

const english = { ...format, ...format.timesIn('UTC'), ...calendarFor('UTC') }
/** The no-break space between a figure and its unit is of no interest here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('hourly prices', () => {
  test.each([
    [0, '$0'],
    [0.61, '$0.61'],
    [0.1, '$0.10'],
    [0.0075, '$0.0075'],
    [0.034, '$0.034'],
    [0.001, '$0.001'],
    [0.00123456, '$0.001235'],
    [0.123456, '$0.1235'],
    [4.47, '$4.47'],
    [1.0055, '$1.006'],
    [44.7312, '$44.73'],
    [1, '$1.00'],
    [1234.5, '$1,234.50'],
    [0.99999, '$1.00'],
    [0.000000001, '$0.000000001'],
    [-0.05, '-$0.05'],
  ])('%d reads %s', (dollars, text) => {
    expect(english.formatHourly(usd(dollars))).toBe(text)
  })

  test.each([
    ['$0.61', '$0.61\u2007\u2007'],
    ['from $1,234.5678', 'from $1,234.5678'],
    ['$0.000000001', '$0.000000001'],
    ['$0', '$0\u2008\u2007\u2007\u2007\u2007'],
    ['unknown', 'unknown'],
  ])('%s leaves room for four decimals', (price, aligned) => {
    expect(english.alignPoint(price)).toBe(aligned)
  })

  test('what is not nothing never reads as nothing', () => {
    const formats = [
      english.formatHourly,
      english.formatRate,
      english.formatDollars,
      english.formatMonthly,
      english.formatHourlyChange,
    ]
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), fc.constantFrom(...formats), (amount, format) => {
        expect(format(amount)).toMatch(/[1-9]/)
      }),
    )
  })

  test('prices that differ in their first four figures read differently', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 2, max: 9 }), (figures, digits) => {
        const price = (value: number) => english.formatHourly(usd(Number(`${value}e-${digits}`)))
        expect(price(figures)).not.toBe(price(figures + 1))
      }),
    )
  })

  test('the figure read is within half a unit of its last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
        const text = english.formatHourly(amount).replaceAll(/[$,]/g, '')
        const digits = text.split('.')[1]?.length ?? 0
        expect(Math.abs(Number(text) - Number(amount) / 1e9)).toBeLessThanOrEqual(0.5000001 / 10 ** digits)
      }),
    )
  })

  test('a change carries its sign', () => {
    expect(english.formatHourlyChange(usd(0.24))).toBe('+$0.24')
    expect(english.formatHourlyChange(usd(-0.05))).toBe('-$0.05')
    expect(english.formatHourlyChange(0n)).toBe('$0')
  })
})

test.each([
  [0.015, '$0.0150'],
  [0.0001, '$0.0001'],
  [0.00025, '$0.00025'],
  [1.5, '$1.5000'],
  [0, '$0.0000'],
  [-0.06, '-$0.0600'],
  [123.456789012, '$123.456789012'],
])('a rate of %d reads %s', (dollars, text) => {
  expect(english.formatRate(usd(dollars))).toBe(text)
})

test('lines add up to their total as they are written', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { maxLength: 6 })
  const written = (amount: bigint) => fromDecimal(english.formatRate(amount).replaceAll(/[$,]/g, '')) ?? -1n
  fc.assert(
    fc.property(amounts, (lines) => {
      expect(sum(lines.map(written))).toBe(written(sum(lines)))
    }),
  )
})

test.each([
  [50, '$50'],
  [49.5, '$49.50'],
  [1200, '$1,200'],
  [0, '$0'],
])('a plain amount of %d reads %s', (dollars, text) => {
  expect(english.formatDollars(usd(dollars))).toBe(text)
})

test.each([
  [445.3, '≈ $445'],
  [14.64, '≈ $14.64'],
  [3263.1, '≈ $3,263'],
  [99.999, '≈ $100.00'],
  [0.001, '≈ $0.001'],
  [0, '$0'],
])('a month at %d reads %s', (dollars, text) => {
  expect(plain(english.formatMonthly(usd(dollars)))).toBe(text)
})

test.each([
  [38.2, 61, '≈ $38–61'],
  [60.8, 61.2, '≈ $60.80–61.20'],
  [3.5, 4.25, '≈ $3.50–4.25'],
  [380, 1210.4, '≈ $380–1,210'],
  [0, 445, '≈ $0–445'],
  [445.1, 445.3, '≈ $445'],
  [0.0001, 0.002, '≈ $0.000–0.002'],
  [0, 0, '$0'],
])('between %d and %d reads %s', (low, high, text) => {
  expect(plain(english.formatRange(usd(low), usd(high)))).toBe(text)
})

test('counts, sizes and percentages', () => {
  expect(english.formatCount(10_000)).toBe('10,000')
  expect(plain(english.formatGib(1000))).toBe('1,000 GiB')
  expect(plain(english.formatGib(12.44))).toBe('12.4 GiB')
  expect(plain(english.formatGib(64))).toBe('64 GiB')
  expect(plain(english.formatPercent(41.2))).toBe('41 %')
  expect(plain(english.formatPercent(41.2, 1))).toBe('41.2 %')
  expect(plain(english.formatPercent(41, 1))).toBe('41.0 %')
  expect(english.formatNumber(38.74)).toBe('38.7')
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
])('%d ms have the age %s, were %s, and last %s', (ms, age, ago, duration) => {
  expect(plain(english.formatAge(ms))).toBe(age)
  expect(plain(english.formatAgo(ms))).toBe(ago)
  expect(plain(english.formatDuration(ms))).toBe(duration)
})

test('dates and times are English, in 24 hours, in the reader’s time zone', () => {
  const at = Date.UTC(2025, 11, 21, 0, 9, 52)
  expect(plain(english.formatDateTime(at))).toBe('Dec 21, 2025, 00:09')
  expect(plain(format.timesIn('Asia/Tokyo').formatDateTime(at))).toBe('Dec 21, 2025, 09:09')
  expect(plain(format.timesIn('America/New_York').formatClock(at))).toBe('19:09')
  expect(plain(english.formatClock(at, 'seconds'))).toBe('00:09:52')
  expect(english.formatDay(at)).toBe('Sunday, December 21, 2025')
  expect([english.formatShortDay(at), english.formatWeekDay(at)]).toEqual(['Dec 21', 'Sun, Dec 21'])
  expect([english.formatMonth(at), english.formatShortMonth(at)]).toEqual(['December 2025', 'Dec'])
})
