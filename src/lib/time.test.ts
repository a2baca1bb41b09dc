import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { isoText, parseTimestamp } from './time.ts'

const noon = Date.UTC(2025, 11, 21, 12, 9, 52, 144)

test.each([
  ['2025-12-21T12:09:52.144Z', noon],
  ['2025-12-21T12:09:52.144567Z', noon],
  ['2025-12-21T12:09:52.144', noon],
  ['2025-12-21 12:09:52.144+00:00', noon],
  ['2025-12-21T13:09:52.144+01:00', noon],
  ['2025-12-21T07:09:52.144-0500', noon],
  [' 2025-12-21T12:09:52.144z ', noon],
  ['2025-12-21T12:09Z', Date.UTC(2025, 11, 21, 12, 9)],
  ['2025-12-21', Date.UTC(2025, 11, 21)],
  ['2025-12-21t12:09:52,144 z', noon],
  ['2025-12-21T04:09:52.144-08', noon],
  ['2025-12-21T17:39:52.144+05:30', noon],
  ['2025-12-21T06:39:52.144-0530', noon],
  ['2025-12-21T12:09:52.5Z', Date.UTC(2025, 11, 21, 12, 9, 52, 500)],
  ['2025-12-21T12:09:60Z', Date.UTC(2025, 11, 21, 12, 10)],
  ['2025-12-21T24:00Z', Date.UTC(2025, 11, 22)],
  ['2025-12-21T23:59Z', Date.UTC(2025, 11, 21, 23, 59)],
  ['2024-02-29', Date.UTC(2024, 1, 29)],
  ['2025-01-31', Date.UTC(2025, 0, 31)],
])('%s is read', (text, at) => {
  expect(parseTimestamp(text)).toBe(at)
})

test.each([
  null,
  '',
  'yesterday',
  '1',
  '2025',
  '2025-13-01',
  '2025-02-30T00:00:00Z',
  '2025-12-21T25:00Z',
  '2025-12-21T12:60Z',
  '2025-12-21T12:09:61Z',
  '2025-02-29',
  '2025-00-10',
  '2025-12-00',
  '21.12.2025',
])('%s is no time', (text) => {
  expect(parseTimestamp(text)).toBeNull()
})

test('every ISO time reads back, and no text makes it throw', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(parseTimestamp(date.toISOString())).toBe(date.getTime())
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseTimestamp(text) ?? 0).toBeTypeOf('number')
    }),
  )
})

test('a moment is written as ISO in UTC, and nothing is written for none', () => {
  expect(isoText(noon)).toBe('2025-12-21T12:09:52.144Z')
  expect(isoText(0)).toBe('1970-01-01T00:00:00.000Z')
  expect(isoText(8.64e15)).toBe('+275760-09-13T00:00:00.000Z')
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -8.64e15 - 1])
    expect(isoText(none)).toBe('')
})
