import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { dayStart } from './days.ts'
import { ledgerLines } from './export.ts'
import { foldLedger } from './fold.ts'
import { ledgerTotals } from './totals.ts'
import { anyLives, anyPolls, atlas, end, ledgerOf, sighting, sightingsOf, start } from './ledger.fixture.ts'

test('has a line for each stretch at one price, and one for each change', () => {
  const stopped = { ...atlas, state: 'exited' }
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, [atlas]), sighting(2 * MINUTE, [stopped])])
  const lines = ledgerLines(ledger, start, start + 3 * MINUTE)
  expect(
    lines.map(({ name, from, to, hourly }) => [name, (from - start) / MINUTE, (to - start) / MINUTE, hourly]),
  ).toEqual([
    ['rna-atlas', 0, 1, usd(0.61)],
    ['rna-atlas', 1, 1.5, usd(0.61)],
    ['rna-atlas', 1.5, 2, usd(0.05)],
    ['rna-atlas', 2, 3, usd(0.05)],
  ])
})

test('has one line for all that was on a folded day', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(2 * DAY, [atlas])])
  const folded = foldLedger(ledger, dayStart(start + DAY), 400)
  const [first] = ledgerLines(folded, start - DAY, start + 2 * DAY)
  expect(first).toMatchObject({ uuid: null, hourly: null, from: dayStart(start) })
})

test('adds up to the total', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, (lives, polls) => {
      const ledger = ledgerOf(sightingsOf(lives, polls))
      const lines = ledgerLines(ledger, start + HOUR, end)
      const { total } = ledgerTotals(ledger, [start + HOUR, end])
      for (const key of ['low', 'estimate', 'high'] as const)
        expect(lines.reduce((sum, { tally }) => sum + tally[key], 0n)).toBe(total[key])
      for (const { from, to, tally } of lines)
        expect(tally.observedMs + tally.presumedMs + tally.unseenMs).toBe(to - from)
    }),
  )
})
