import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import type { CostPart } from '#model/pricing/cost.ts'

import { pastMonthSentence, thisMonthSentence } from './month-sentence.ts'

const now = new Date(2026, 10, 25, 12).getTime()
const bounds = (low: number, estimate: number, high: number, unknown: CostPart[] = []) => ({
  low: usd(low),
  estimate: usd(estimate),
  high: usd(high),
  unknown,
})
const read = ({ figure, range }: ReturnType<typeof thisMonthSentence>) =>
  `${figure}${range}`.replaceAll('\u00a0', ' ')

test('one figure with its range behind it', () => {
  expect(read(thisMonthSentence(bounds(395.4, 1490, 2702.2), now))).toBe(
    'Since Nov 1 ≈ $1,490, between $395 and $2,703.',
  )
})

test('without a range where both ends are one', () => {
  expect(read(thisMonthSentence(bounds(12, 12, 12), now))).toBe('Since Nov 1 ≈ $12.00.')
})

test('what has no known price comes on top, and is never nothing', () => {
  expect(read(thisMonthSentence(bounds(75.2, 80, 95, ['gpu']), now))).toBe(
    'Since Nov 1 from ≈ $80, at least $75.',
  )
  expect(read(thisMonthSentence(bounds(0, 0, 0, ['gpu']), now))).toBe('Since Nov 1 an unknown amount.')
})

test('the month before reads by its name', () => {
  expect(read(pastMonthSentence(bounds(1900, 2110, 2300), new Date(2026, 9, 1).getTime()))).toBe(
    'October 2026 ≈ $2,110, between $1,900 and $2,300.',
  )
})
