import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR } from '#lib/time.ts'

import { seenPattern } from './ledger-pattern.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'

const stopped = { ...atlas, state: 'exited' }
const unpriced = { ...atlas, vcpu_cost_hourly_usd: null }

test('is the average price of the time seen, of the last seven days at most', () => {
  const week = Array.from({ length: 12 }, (_, half) =>
    sighting(half * 12 * HOUR, [half < 6 ? atlas : stopped]),
  )
  const pattern = seenPattern(ledgerOf(week), start + 7 * DAY)
  expect(pattern).toMatchObject({ from: start, to: start + 5.5 * DAY, seen: 0, unknown: [] })
  expect(pattern?.hourly).toBe(usd(0.33))
  const later = seenPattern(ledgerOf(week), start + 10 * DAY)
  expect(later).toMatchObject({ from: start + 3 * DAY, hourly: usd(0.05) })
})

test('says when a price in it is unknown', () => {
  const days = [0, 1, 2].map((day) => sighting(day * DAY, [unpriced]))
  expect(seenPattern(ledgerOf(days), start + 2 * DAY)?.unknown).not.toEqual([])
})

test('is none where less than a day was seen', () => {
  expect(seenPattern(ledgerOf([]), start)).toBeNull()
  expect(seenPattern(ledgerOf([sighting(0, [atlas]), sighting(HOUR, [atlas])]), start + DAY)).toBeNull()
  const long = ledgerOf([sighting(0, [atlas]), sighting(3 * DAY, [atlas])])
  expect(seenPattern(long, start + 30 * DAY)).toBeNull()
})
