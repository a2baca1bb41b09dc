import { expect, test } from 'vitest'

import { perMonth, usd } from '#lib/money.ts'

import { scaleOf } from './outlook-panel.tsx'

test('the dearest line fills the scale, and the budget lies on it', () => {
  const { scale, budgetAt } = scaleOf([usd(1), usd(10)], usd(3650))
  expect(scale).toBe(usd(10))
  expect(budgetAt).toBeCloseTo(50)
})

test('a budget just beyond every line ends the scale', () => {
  const { scale, budgetAt } = scaleOf([usd(10)], perMonth(usd(12)))
  expect(scale).toBe(usd(12))
  expect(budgetAt).toBe(100)
})

test('one far beyond leaves the bars their length, and no cost at all has no scale', () => {
  expect(scaleOf([usd(10)], perMonth(usd(100)))).toEqual({ scale: usd(10), budgetAt: null })
  expect(scaleOf([0n], null)).toEqual({ scale: 0n, budgetAt: null })
})
