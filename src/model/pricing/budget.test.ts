import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { budgetStatus } from './budget.ts'

const soFar = (estimate: number) => ({
  low: usd(estimate * 0.8),
  estimate: usd(estimate),
  high: usd(estimate * 1.5),
})

test.each([
  [40, 10, 'ok', null, 0, 'This month is within its budget of $100'],
  [50, 10, 'ok', 50, 0, 'within its budget'],
  [81, 10, 'near', 80, 0, 'has reached 81 % of its budget of $100'],
  [100, 0, 'near', 100, 0, 'has reached 100 %'],
  [60, 50, 'will-exceed', 50, 10, 'will go over its budget of $100 if nothing changes'],
  [120, 10, 'over', 100, 20, 'is over its budget of $100'],
])('$%d so far and $%d to come of $100 is %s', (spent, toCome, level, reached, excess, words) => {
  const status = budgetStatus(usd(100), soFar(spent), usd(toCome))
  expect(status).toMatchObject({ level, reached, excess: usd(excess), projected: usd(spent + toCome) })
  expect(status.sentence.replaceAll('\u00a0', ' ')).toContain(words)
})

test('the sentence has the range of what was seen, and one figure where all was', () => {
  const { sentence } = budgetStatus(usd(100), soFar(40), 0n)
  expect(sentence.replaceAll('\u00a0', ' ')).toContain('≈ $40.00 (between $32 and $60) so far')
  const exact = { low: usd(40), estimate: usd(40), high: usd(40) }
  expect(budgetStatus(usd(100), exact, 0n).sentence).not.toContain('between')
})

test('more cost never makes a budget look better', () => {
  const order = ['ok', 'near', 'will-exceed', 'over']
  const dollars = fc.integer({ min: 0, max: 200 })
  fc.assert(
    fc.property(dollars, dollars, dollars, (spent, more, toCome) => {
      const rank = (estimate: number) =>
        order.indexOf(budgetStatus(usd(100), soFar(estimate), usd(toCome)).level)
      expect(rank(spent + more)).toBeGreaterThanOrEqual(rank(spent))
    }),
  )
})
