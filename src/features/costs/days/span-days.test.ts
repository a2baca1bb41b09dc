import { expect, test } from 'vitest'

import { sum } from '#lib/money.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { emptyLedger } from '#model/ledger/ledger.ts'

import { spans } from '../costs-search.ts'
import { spanParts, yearOfDays } from './span-days.ts'

const now = start + 8 * HOUR
const ledger = ledgerOf(Array.from({ length: 8 * 15 }, (_, index) => sighting(index * 4 * MINUTE, [atlas])))

test('a span is cut into its days, the longest into months, and ends now', () => {
  const lengths = spans.map((span) => spanParts(ledger, span, now).length)
  expect(lengths).toEqual([7, 30, new Date(now).getDate(), 12])
  for (const span of spans) expect(spanParts(ledger, span, now).at(-1)?.to).toBe(now)
})

test('every span that holds all of a cost comes to the same', () => {
  const totals = spans.map((span) => sum(spanParts(ledger, span, now).map(({ figures }) => figures.estimate)))
  expect(totals[0]).toBeGreaterThan(0n)
  expect(new Set(totals).size).toBe(1)
})

test('the year in days begins with the first one that has something to tell', () => {
  expect(yearOfDays(ledger, now)).toHaveLength(1)
  expect(yearOfDays(emptyLedger, now)).toEqual([])
})
