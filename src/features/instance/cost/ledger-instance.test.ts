import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { overTime, usd } from '#lib/money.ts'
import { HOUR, MINUTE } from '#lib/time.ts'
import {
  anyLives,
  anyPolls,
  atlas,
  end,
  ledgerOf,
  sighting,
  sightingsOf,
  start,
} from '#model/ledger/ledger.fixture.ts'
import { emptyLedger } from '#model/ledger/ledger.ts'

import { instanceToDate, lifeOf, timeOf } from './ledger-instance.ts'

test('what was looked at all along is known exactly', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(3 * MINUTE, [atlas])])
  const cost = overTime(usd(0.61), 3 * MINUTE)
  expect(instanceToDate(ledger, 'atlas', start + 3 * MINUTE)).toEqual({
    low: cost,
    estimate: cost,
    high: cost,
    seen: 1,
    unknown: [],
    from: start,
  })
})

test('what was before the first look lies between its disk and running all along', () => {
  const ledger = ledgerOf([sighting(10 * HOUR, [atlas])])
  const told = instanceToDate(ledger, 'atlas', start + 10 * HOUR)
  expect(told).toMatchObject({ low: usd(0.5), estimate: usd(6.1), high: usd(6.1), seen: 0 })
})

test('nothing is told of what was never seen', () => {
  expect(instanceToDate(emptyLedger, 'atlas', end)).toBeNull()
})

test('low ≤ estimate ≤ high, and seen is a share, for any history', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, (lives, polls) => {
      const ledger = ledgerOf(sightingsOf(lives, polls))
      for (const uuid of ledger.instances.keys()) {
        const told = instanceToDate(ledger, uuid, end)
        if (told === null) continue
        expect(told.low <= told.estimate && told.estimate <= told.high).toBe(true)
        expect(told.seen).toBeGreaterThanOrEqual(0)
        expect(told.seen).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 50 },
  )
})

test('a life is what was seen of it, in order and without holes', () => {
  const seen = Array.from({ length: 60 }, (_, minute) => sighting(minute * MINUTE, [atlas]))
  const stopped = { ...atlas, state: 'exited' }
  const rest = Array.from({ length: 30 }, (_, minute) => sighting((60 + minute) * MINUTE, [stopped]))
  const parts = lifeOf(ledgerOf([...seen, ...rest]), atlas.uuid, start + 2 * HOUR)
  expect(parts[0]?.from).toBe(start)
  expect(parts.at(-1)?.to).toBe(start + 2 * HOUR)
  for (const [index, part] of parts.entries()) if (index > 0) expect(part.from).toBe(parts[index - 1]?.to)
  expect(timeOf(parts, 'ran')).toBe(59 * MINUTE)
  expect(timeOf(parts, 'unseen')).toBe(MINUTE)
  expect(timeOf(parts, 'stopped')).toBe(HOUR)
})

test('nothing is told of one that was never seen', () => {
  expect(lifeOf(ledgerOf([sighting(0, [atlas])]), 'another', start + HOUR)).toEqual([])
})
