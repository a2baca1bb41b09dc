import { expect, test } from 'vitest'

import { sum } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { emptyLedger } from '#model/ledger/ledger.ts'

import { spans } from '../costs-search.ts'
import { barsOf } from './days-panel.tsx'
import { hasWholeDay, spanParts, yearOfDays } from './span-days.ts'

const now = start + 8 * HOUR
const ledger = ledgerOf(Array.from({ length: 8 * 15 }, (_, index) => sighting(index * 4 * MINUTE, [atlas])))

test('a span is cut into its days, the longest into months, and ends now', () => {
  const lengths = spans.map((span) => spanParts(ledger, span, now).length)
  expect(lengths).toEqual([7, 14, 30, new Date(now).getDate(), 12])
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

test('days before the first look stay blank, whatever is guessed of them', () => {
  // It was created three days before anybody looked.
  const older = { ...atlas, created_at: new Date(start - 3 * DAY).toISOString() }
  const late = ledgerOf([sighting(0, [older]), sighting(4 * MINUTE, [older])])
  const bars = barsOf(spanParts(late, '7d', start + 2 * DAY), '7d', start)
  expect(bars.map(({ estimate }) => estimate !== null)).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ])
  expect(bars[3]?.tooltip).toContain('before the first look')
})

test('there is a day to show once a whole one has gone by', () => {
  expect(hasWholeDay(start, start + DAY - 1)).toBe(false)
  expect(hasWholeDay(start, start + DAY)).toBe(true)
})
