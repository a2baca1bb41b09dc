import { expect, test } from 'vitest'

import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import { monthStart } from '#model/ledger/days.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { emptyLedger } from '#model/ledger/ledger.ts'

import { lastMonth, monthToDate } from './month-figures.ts'

/** Looked at for two hours on the second of November. */
const ledger = ledgerOf(Array.from({ length: 30 }, (_, index) => sighting(index * 4 * MINUTE, [atlas])))

test('the month before is told once anything of it was seen', () => {
  const december = start + 35 * DAY
  const past = lastMonth(ledger, december)
  expect(past?.from).toBe(monthStart(start))
  expect(past?.figures.estimate).toBeGreaterThan(0n)
  expect(past?.figures.low).toBeLessThan(past?.figures.estimate ?? 0n)
  expect(past?.figures.high).toBeGreaterThanOrEqual(past?.figures.estimate ?? 0n)
})

test('a month of which nothing was seen is not guessed', () => {
  expect(lastMonth(ledger, start + 2 * HOUR)).toBeNull()
  expect(lastMonth(ledger, start + 70 * DAY)).toBeNull()
  expect(lastMonth(emptyLedger, start)).toBeNull()
  expect(monthToDate(emptyLedger, start)).toBeNull()
})
