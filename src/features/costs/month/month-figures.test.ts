import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import { monthStart } from '#model/ledger/days.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { emptyLedger } from '#model/ledger/ledger.ts'
import type { CostPart } from '#model/pricing/cost.ts'

import { lastMonth, monthToDate, pastMonthSentence, thisMonthSentence } from './month-figures.ts'

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
