import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { fromDecimal, overTime, perDay, perMonth, sum, times, toDecimal, usd } from './money.ts'

const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })

test.each([
  [0, 0n],
  [0.0075, 7_500_000n],
  [0.1, 100_000_000n],
  [1e-9, 1n],
  [5e-10, 1n],
  [-5e-10, -1n],
  [4e-10, 0n],
  [1.0000000005, 1_000_000_001n],
  [123456.789, 123_456_789_000_000n],
  [1e21, 10n ** 30n],
  [-0.05, -50_000_000n],
  [1e-30, 0n],
  [0.1 + 0.2, 300_000_000n],
])('%d dollars are %d nano-dollars', (dollars, nano) => {
  expect(usd(dollars)).toBe(nano)
})

test('what is no amount is refused, not turned into one', () => {
  expect(() => usd(Number.NaN)).toThrow(new RangeError('Not an amount: NaN'))
  expect(() => usd(Number.POSITIVE_INFINITY)).toThrow(RangeError)
})

test('a rate of up to nine decimals comes through exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (nano) => {
      expect(usd(Number(`${nano}e-9`))).toBe(BigInt(nano))
    }),
  )
})

test('any number is read to the nearest nano-dollar', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (dollars) => {
      expect(Math.abs(Number(usd(dollars)) - dollars * 1e9)).toBeLessThanOrEqual(
        0.5 + Math.abs(dollars) * 1e-6,
      )
    }),
  )
})

test('a rate times a quantity of up to six decimals is exact to the nearest nano-dollar', () => {
  expect(times(usd(0.015), 16)).toBe(usd(0.24))
  expect(times(usd(0.005), 0.5)).toBe(usd(0.0025))
  expect(times(1n, 0.5)).toBe(1n)
  expect(times(-1n, 0.5)).toBe(-1n)
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 10 ** 9 }), (rate, micro) => {
      const exact = rate * BigInt(micro)
      const error = times(rate, Number(`${micro}e-6`)) * 1_000_000n - exact
      expect(error >= -500_000n && error <= 500_000n).toBe(true)
    }),
  )
})

test('for whole quantities nothing is rounded at all', () => {
  fc.assert(
    fc.property(amount, fc.nat(100_000), (rate, quantity) => {
      expect(times(rate, quantity)).toBe(rate * BigInt(quantity))
    }),
  )
})

test('a day is 24 hours and a month 730', () => {
  expect(perDay(usd(0.61))).toBe(usd(14.64))
  expect(perMonth(usd(0.61))).toBe(usd(445.3))
})

test('an hourly rate over a time is in proportion to it', () => {
  expect(overTime(usd(0.6), 30 * 60_000)).toBe(usd(0.3))
  expect(overTime(usd(0.6), 0)).toBe(0n)
})

test('a sum does not depend on the order', () => {
  fc.assert(
    fc.property(fc.array(amount), (amounts) => {
      expect(sum(amounts.toReversed())).toBe(sum(amounts))
    }),
  )
  expect(sum([])).toBe(0n)
})

test('an amount written as a decimal reads back as itself', () => {
  expect(toDecimal(usd(0.0075))).toBe('0.0075')
  expect(toDecimal(usd(-1.5))).toBe('-1.5')
  expect(toDecimal(0n)).toBe('0')
  fc.assert(
    fc.property(amount, (value) => {
      expect(fromDecimal(toDecimal(value))).toBe(value)
    }),
  )
})

test.each(['', 'abc', '1e5', '0.0000000001', '1,5', '$1', '--1', '.5'])(
  'typed text that is no amount is told apart from 0: %j',
  (text) => {
    expect(fromDecimal(text)).toBeNull()
  },
)

test.each([
  [' 1.5 ', 1_500_000_000n],
  ['-0.5', -500_000_000n],
  ['12.', 12_000_000_000n],
  ['0.000000001', 1n],
  ['999999999999999', 999_999_999_999_999_000_000_000n],
  ['1000000000000000', null],
])('typed text is an amount, up to fifteen figures: %j', (text, nano) => {
  expect(fromDecimal(text)).toBe(nano)
})
