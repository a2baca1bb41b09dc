import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { overTime, usd } from '#lib/money.ts'
import { HOUR } from '#lib/time.ts'

import { atlas, ledgerOf, sighting, start } from '../ledger/ledger.fixture.ts'
import { emptyLedger } from '../ledger/ledger.ts'
import { budgetStatus, monthBudget } from './budget.ts'
import type { Total } from './cost.ts'

const soFar = (estimate: number) => ({
  low: usd(estimate * 0.8),
  estimate: usd(estimate),
  high: usd(estimate * 1.5),
  unknown: [],
})
const toCome = (dollars: number): Total => ({ known: usd(dollars), unknown: [], assumed: false })

test.each([
  [40, 10, 'ok', null, 0, 'This month is within its budget of $100'],
  [50, 10, 'ok', 50, 0, 'within its budget'],
  [81, 10, 'near', 80, 0, 'has reached 81 % of its budget of $100'],
  [100, 0, 'near', 100, 0, 'has reached 100 %'],
  [60, 50, 'will-exceed', 50, 10, 'will go over its budget of $100 if nothing changes'],
  [120, 10, 'over', 100, 20, 'is over its budget of $100'],
])('$%d so far and $%d to come of $100 is %s', (spent, rest, level, reached, excess, words) => {
  const status = budgetStatus(usd(100), soFar(spent), toCome(rest))
  expect(status).toMatchObject({ level, reached, excess: usd(excess), projected: usd(spent + rest) })
  expect(status.sentence.replaceAll('\u00a0', ' ')).toContain(words)
})

test('the sentence has the range of what was seen, and one figure where all was', () => {
  const { sentence } = budgetStatus(usd(100), soFar(40), toCome(0))
  expect(sentence.replaceAll('\u00a0', ' ')).toContain('≈ $40 (between $32 and $60) so far')
  const exact = { low: usd(40), estimate: usd(40), high: usd(40), unknown: [] }
  expect(budgetStatus(usd(100), exact, toCome(0)).sentence).not.toContain('between')
})

test.each([
  [
    40,
    10,
    'This month is within its budget of $100: ≈ $40 (between $32 and $60) so far, ≈ $50.00 by its end if nothing changes.',
  ],
  [
    81.5,
    10,
    'This month has reached 81 % of its budget of $100: ≈ $82 (between $65 and $123) so far, ≈ $91.50 by its end if nothing changes.',
  ],
  [
    60,
    50,
    'This month will go over its budget of $100 if nothing changes: ≈ $60 (between $48 and $90) so far, ≈ $110 by its end.',
  ],
  [120, 10, 'This month is over its budget of $100: ≈ $120 (between $96 and $180) so far, an estimate.'],
])('$%d so far and $%d to come of $100 in a sentence', (spent, rest, sentence) => {
  expect(budgetStatus(usd(100), soFar(spent), toCome(rest)).sentence.replaceAll('\u00a0', ' ')).toBe(sentence)
})

test('a level is reached at its percent, and a budget is over above it', () => {
  const status = (spent: number, rest = 0) => {
    const { level, reached, percent } = budgetStatus(usd(100), soFar(spent), toCome(rest))
    return [level, reached, percent]
  }
  expect(status(49.9)).toEqual(['ok', null, 49.9])
  expect(status(79.9)).toEqual(['ok', 50, 79.9])
  expect(status(80)).toEqual(['near', 80, 80])
  expect(status(80, 20)).toEqual(['near', 80, 80])
  expect(status(80, 20.1)).toEqual(['will-exceed', 80, 80])
})

test('more cost never makes a budget look better', () => {
  const order = ['ok', 'near', 'will-exceed', 'over']
  const dollars = fc.integer({ min: 0, max: 200 })
  fc.assert(
    fc.property(dollars, dollars, dollars, (spent, more, rest) => {
      const rank = (estimate: number) =>
        order.indexOf(budgetStatus(usd(100), soFar(estimate), toCome(rest)).level)
      expect(rank(spent + more)).toBeGreaterThanOrEqual(rank(spent))
    }),
  )
})

test('with a price that is not known no figure passes for the whole month', () => {
  const seen = { ...soFar(40), unknown: ['gpu'] as const }
  const { level, unknown, sentence } = budgetStatus(usd(100), seen, toCome(10))
  expect({ level, unknown }).toEqual({ level: 'ok', unknown: ['gpu'] })
  expect(sentence.replaceAll('\u00a0', ' ')).toBe(
    'This month is within its budget of $100 as far as its prices are known: from ≈ $40 (at least $32) so far, from ≈ $50.00 by its end if nothing changes. GPU rate unknown: that comes on top.',
  )
})

test.each([
  [99.6, 'has reached 99 % of its budget of $100: ≈ $99.60'],
  [100.4, 'is over its budget of $100: ≈ $100.40'],
])('$%d of $100 is not rounded to it', (spent, words) => {
  expect(budgetStatus(usd(100), soFar(spent), toCome(0)).sentence.replaceAll('\u00a0', ' ')).toContain(words)
})

const rate = usd(0.61)

test('a budget stands by what was seen of the month and by what the rest of it comes to', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(3 * 60_000, [atlas])])
  const now = start + 3 * 60_000
  const { status, month } = monthBudget(usd(100), ledger, [atlas], now)
  const end = new Date(2026, 11, 1).getTime()
  expect(month).toBe('2026-11')
  expect(status.level).toBe('will-exceed')
  expect(status.projected).toBe(overTime(rate, 3 * 60_000) + overTime(rate, end - now))
})

test('a month of which nothing was seen is no reason to warn', () => {
  expect(monthBudget(usd(100), emptyLedger, [], start + HOUR).status).toMatchObject({
    level: 'ok',
    reached: null,
  })
  expect(monthBudget(usd(100), emptyLedger, [], new Date(2027, 0, 31, 23).getTime()).month).toBe('2027-01')
})
