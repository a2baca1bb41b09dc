import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import * as english from './format-money.ts'
import { fromDecimal, sum, usd } from './money.ts'

/** The no-break space between a figure and its unit is of no interest here. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('hourly prices', () => {
  test.each([
    [0, '$0.000'],
    [0.61, '$0.610'],
    [0.1, '$0.100'],
    [0.0075, '$0.008'],
    [0.034, '$0.034'],
    [0.001, '$0.001'],
    [0.0005, '$0.001'],
    [0.00049, '< $0.001'],
    [0.000000001, '< $0.001'],
    [4.47, '$4.470'],
    [44.7312, '$44.731'],
    [1, '$1.000'],
    [1234.5, '$1,234.500'],
    [0.99999, '$1.000'],
    [-0.05, '−$0.050'],
  ])('%d reads %s', (dollars, text) => {
    expect(plain(english.formatHourly(usd(dollars)))).toBe(text)
  })

  test('what is not nothing never reads as nothing', () => {
    const formats = [
      english.formatHourly,
      english.formatRate,
      english.formatDollars,
      english.formatMonthly,
      english.formatProjected,
      english.formatHourlyChange,
    ]
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), fc.constantFrom(...formats), (amount, format) => {
        expect(format(amount)).toMatch(/[1-9]/)
      }),
    )
  })

  test('the figure read is within half a unit of its last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) => {
        const text = plain(english.formatHourly(amount))
        const figure = Number(text.replaceAll(/[<$, ]/g, ''))
        expect(text).toMatch(/^(?:< )?\$[\d,]+\.\d{3}$/)
        expect(Math.abs(figure - Number(amount) / 1e9)).toBeLessThanOrEqual(
          text.startsWith('<') ? 0.001 : 0.0005000001,
        )
      }),
    )
  })

  test('a change carries its sign', () => {
    expect(english.formatHourlyChange(usd(0.24))).toBe('+$0.240')
    expect(english.formatHourlyChange(usd(-0.05))).toBe('−$0.050')
    expect(english.formatHourlyChange(usd(0.0002))).toBe('+$0.0002')
    expect(english.formatHourlyChange(0n)).toBe('$0.000')
  })
})

test.each([
  [0.015, '$0.0150'],
  [0.0001, '$0.0001'],
  [0.00025, '$0.00025'],
  [1.5, '$1.5000'],
  [0.000000001, '$0.000000001'],
  [0.00010203, '$0.00010203'],
  [0, '$0.0000'],
  [-0.06, '−$0.0600'],
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
  [0.5, '$0.50'],
  [0.126, '$0.13'],
  [0.004, '$0.004'],
  [-49.5, '−$49.50'],
  [-50, '−$50'],
])('a plain amount of %d reads %s', (dollars, text) => {
  expect(english.formatDollars(usd(dollars))).toBe(text)
})

test.each([
  [445.3, '≈ $445'],
  [14.64, '≈ $15'],
  [3263.1, '≈ $3,263'],
  [99.999, '≈ $100'],
  [1, '≈ $1'],
  [0.999, '< $1'],
  [0.5, '< $1'],
  [0.001, '< $1'],
  [0, '$0'],
  [-12.3, '≈ −$12'],
])('a month at %d reads %s', (dollars, text) => {
  expect(plain(english.formatMonthly(usd(dollars)))).toBe(text)
})

test.each([
  [0, '$0'],
  [14.64, '≈ $14.64'],
  [1.5, '≈ $1.50'],
  [99.994, '≈ $99.99'],
  [100, '≈ $100'],
  [445.3, '≈ $445'],
  [-150.4, '≈ −$150'],
  [-14.64, '≈ −$14.64'],
  [0.005, '≈ $0.01'],
  [0.0049, '≈ $0.005'],
  [0.0012, '≈ $0.001'],
])('a projection of %d reads %s', (dollars, text) => {
  expect(plain(english.formatProjected(usd(dollars)))).toBe(text)
})

test('a figure has as many decimals as it needs, within what is asked for', () => {
  const decimals = (dollars: number, least: number, significant: number) =>
    english.decimalsFor(usd(dollars), least, significant)
  expect(decimals(0, 3, 1)).toBe(3)
  expect(decimals(0.0002, 3, 1)).toBe(4)
  expect(decimals(0.00025, 3, 1)).toBe(4)
  expect(decimals(0.00025, 3, 2)).toBe(5)
  expect(decimals(-0.00025, 3, 2)).toBe(5)
  expect(decimals(0.0002, 2, 3)).toBe(4)
  expect(decimals(0.000000001, 2, 3)).toBe(9)
  expect(decimals(1234.5, 2, 3)).toBe(2)
})
