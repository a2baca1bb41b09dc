import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR } from '#lib/time.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'

import { projections, seenPattern } from './projections.ts'

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

const now = Date.UTC(2026, 10, 21)
const time = { now, monthEnd: now + 10 * DAY }

test('each projection is for an hour and for what is left of this month, and says what it assumes', () => {
  const fleet = [anInstance(), anInstance({ uuid: '2', state: 'shut_off' })]
  const [unchanged, stopped, pattern] = projections(
    fleet,
    { hourly: usd(0.5), seen: 0.71, unknown: [] },
    time,
  )
  expect(unchanged.figures).toMatchObject({
    hourly: { known: usd(0.92) },
    toMonthEnd: { known: usd(0.92 * 240) },
  })
  expect(stopped.figures).toMatchObject({
    hourly: { known: usd(0.2) },
    toMonthEnd: { known: usd(0.2 * 240) },
  })
  expect(pattern.figures).toMatchObject({
    hourly: { known: usd(0.5) },
    toMonthEnd: { known: usd(0.5 * 240) },
  })
  expect(pattern.assumes).toContain('71')
})

test('the pattern is not made up where little was seen', () => {
  const [, , unseen] = projections([anInstance()], null, time)
  expect(unseen.figures).toBeNull()
  expect(unseen.assumes).toContain('Too little of the last seven days was seen')
  const [, , partial] = projections([anInstance()], { hourly: 1n, seen: 1, unknown: ['gpu'] }, time)
  expect(partial.assumes).toContain('it comes to more')
  expect(partial.figures?.toMonthEnd.unknown).toEqual(['gpu'])
})

test('nothing is to come once the month is over', () => {
  expect(projections([anInstance()], null, { now, monthEnd: now - 1 })[0].figures?.toMonthEnd.known).toBe(0n)
})

test('if nothing changes is what the fleet costs now, with the same parts unknown', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), (instances) => {
      expect(projections(instances, null, time)[0].figures?.hourly).toMatchObject(
        sumCosts(instances.map((instance) => hourlyCost(instance).now)),
      )
    }),
  )
})
