import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { fromDecimal, usd } from '#lib/money.ts'

import {
  atLeastHourly,
  atLeastMonthly,
  besideText,
  boundsText,
  projectedText,
  shareText,
  wholeText,
} from './amount-text.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const bounds = (low: number, estimate: number, high: number) => ({
  low: usd(low),
  estimate: usd(estimate),
  high: usd(high),
  unknown: [],
})
const written = (text: string) => fromDecimal(text.replaceAll(/[^\d.]/g, '')) ?? -1n

test.each([
  [38.2, 61, '≈ $38–61'],
  [60.8, 61.2, '≈ $60.80–61.20'],
  [61.1, 61.2, '≈ $61.10–61.20'],
  [3.5, 4.25, '≈ $3.50–4.25'],
  [380, 1210.4, '≈ $380–1,211'],
  [0, 445, '≈ $0–445'],
  [445.1, 445.1, '≈ $445.10'],
  [0.0001, 0.002, '≈ $0–0.002'],
  [0, 0, '$0'],
  [3, 10, '≈ $3–10'],
  [3, 9.996, '≈ $3.00–10.00'],
  [9.6, 10.4, '≈ $9.60–10.40'],
])('between %d and %d reads %s', (low, high, text) => {
  expect(plain(boundsText(bounds(low, (low + high) / 2, high)).range)).toBe(text)
})

test('figures that stand together are rounded alike, and never contradict one another', () => {
  const exact = boundsText(bounds(14_399.88, 14_399.88, 14_399.88))
  expect([exact.low, plain(exact.estimate), exact.high]).toEqual(['$14,399.88', '≈ $14,399.88', '$14,399.88'])
  const apart = boundsText(bounds(38.6, 45.5, 60.2))
  expect([apart.low, plain(apart.estimate), apart.high]).toEqual(['$38', '≈ $46', '$61'])
})

test('bounds are rounded outward, whatever they are', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 13n })
  fc.assert(
    fc.property(amount, amount, amount, (low, more, most) => {
      const [estimate, high] = [low + more, low + more + most]
      const text = boundsText({ low, estimate, high, unknown: [] })
      if (low < high) {
        expect(written(text.low)).toBeLessThanOrEqual(low)
        expect(written(text.high)).toBeGreaterThanOrEqual(high)
      }
      expect(written(text.low)).toBeLessThanOrEqual(written(text.estimate))
      expect(written(text.high)).toBeGreaterThanOrEqual(written(text.estimate))
    }),
  )
})

test('with an unknown part there is no upper bound, and the rest is from', () => {
  const text = boundsText({ ...bounds(38, 45, 61), unknown: ['gpu'] })
  expect(text).toMatchObject({ range: 'from ≈\u00a0$38–61', low: '$38', high: 'not known' })
  expect(text.estimate).toBe('from ≈\u00a0$45')
  expect(boundsText({ ...bounds(0, 0, 0), unknown: ['gpu'] })).toEqual({
    range: 'unknown',
    low: 'unknown',
    estimate: 'unknown',
    high: 'not known',
  })
  expect(boundsText({ ...bounds(0, 0, 61), unknown: ['gpu'] })).toMatchObject({
    low: '$0',
    estimate: 'unknown',
    high: 'not known',
  })
})

test('what is over an amount does not read like it', () => {
  expect(plain(besideText({ known: usd(1000.004), unknown: [] }, usd(1000)))).toBe('≈ $1,000.004')
  expect(plain(besideText({ known: usd(1000), unknown: ['gpu'] }, usd(1000)))).toBe('from ≈ $1,000')
  expect(plain(besideText({ known: usd(900), unknown: [] }, usd(1000)))).toBe('≈ $900')
})

test('a share is all of it only where it is, and nothing only where it is', () => {
  expect([0, 0.001, 0.5, 0.996, 0.9999, 1].map((share) => plain(shareText(share)))).toEqual([
    '0 %',
    '< 1 %',
    '50 %',
    '99 %',
    '99 %',
    '100 %',
  ])
  expect([0.0049, 0.005, 1.2].map((share) => plain(shareText(share)))).toEqual(['< 1 %', '1 %', '120 %'])
  expect(shareText(null)).toBe('—')
})

const known = (dollars: number) => ({ known: usd(dollars), unknown: [] })
const open = (dollars: number) => ({ known: usd(dollars), unknown: ['gpu'] as const })

test('a projection and an amount of somebody’s own', () => {
  expect([known(445), open(445), open(0)].map((amount) => plain(projectedText(amount)))).toEqual([
    '≈ $445',
    'from ≈ $445',
    'unknown',
  ])
  expect([50, 49.5].map((dollars) => wholeText(usd(dollars)))).toEqual(['$50', '$49.50'])
})

test('what is saved is at least what is known of it, and nothing is said where nothing is', () => {
  expect([known(0.56), open(0.56), open(0)].map(atLeastHourly)).toEqual([
    '$0.560 / h',
    'at least $0.560 / h',
    'an amount that is not known',
  ])
  expect([known(73), open(73), open(0)].map((amount) => plain(atLeastMonthly(amount) ?? ''))).toEqual([
    '≈ $73 / month',
    'at least ≈ $73 / month',
    'an amount that is not known',
  ])
  expect([atLeastHourly(known(0)), atLeastMonthly(known(0))]).toEqual([null, null])
})

test('an estimate beside an amount has the decimals that tell the two apart, however it compares', () => {
  const beside = (estimate: number, other: number) =>
    plain(boundsText(bounds(estimate * 0.9, estimate, estimate * 1.1), [usd(other)]).estimate)
  expect(beside(100.4, 100)).toBe('≈ $100.40')
  expect(beside(99.6, 100)).toBe('≈ $99.60')
  expect(beside(98, 100)).toBe('≈ $98')
  expect(beside(100, 100)).toBe('≈ $100')
  expect(beside(100.001, 100)).toBe('≈ $100.001')
})
