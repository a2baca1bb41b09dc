import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseTimestamp } from './time.ts'

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
