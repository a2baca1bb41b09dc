import { expect, test } from 'vitest'

import { overTime, usd } from '#lib/money.ts'
import { HOUR } from '#lib/time.ts'

import { atlas, ledgerOf, sighting, start } from '../ledger/ledger.fixture.ts'
import { emptyLedger } from '../ledger/ledger.ts'
import { monthBudget } from './month-budget.ts'

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
})
