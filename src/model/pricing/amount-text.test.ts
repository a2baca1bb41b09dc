import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { fromDecimal, usd } from '#lib/money.ts'

import { besideText, boundsText, shareText } from './amount-text.ts'

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
  expect(boundsText({ ...bounds(0, 0, 0), unknown: ['gpu'] }).range).toBe('unknown')
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
  expect(shareText(null)).toBe('—')
})
