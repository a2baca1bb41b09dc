import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import type { CostPart } from '#model/pricing/cost.ts'

import { toDateText } from './to-date-text.ts'

const text = (low: number, estimate: number, high: number, ...unknown: CostPart[]) => {
  const shown = toDateText({ low: usd(low), estimate: usd(estimate), high: usd(high), unknown })
  return shown === null ? null : `${shown.estimate}${shown.range}`.replaceAll('\u00a0', ' ')
}

test('tells how far the truth may lie from the estimate', () => {
  expect(text(21, 24, 38)).toBe('≈ $24, $38 at most, $21 at least')
})

test('says once what is the estimate and a bound', () => {
  expect(text(1728, 1728.2, 14631)).toBe('≈ $1,728 at least, $14,631 at most')
  expect(text(21, 38, 38)).toBe('≈ $38 at most, $21 at least')
  expect(text(24, 24, 24)).toBe('≈ $24.00')
})

test('has no bounds where a part has no known price', () => {
  expect(text(21, 24, 38, 'gpu')).toBe('from ≈ $24')
  expect(text(0, 0, 0, 'gpu')).toBeNull()
})
