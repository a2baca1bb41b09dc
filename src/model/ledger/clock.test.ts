import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DAY, MINUTE, SECOND } from '#lib/time.ts'

import { clockBehind, createLedgerClock } from './clock.ts'
import { boundedLedger } from './fold.ts'
import { atlas, sighting, start } from './ledger.fixture.ts'
import { emptyLedger, type Ledger, withoutFuture } from './ledger.ts'
import { observe } from './observe.ts'

const dateOf = (time: number) => new Date(time).toUTCString()

test.each([
  [0, 0],
  [4 * MINUTE, 0],
  [-4 * MINUTE, 0],
  [5 * MINUTE - SECOND, 0],
  [5 * MINUTE, 5 * MINUTE],
  [-5 * MINUTE, -5 * MINUTE],
  [2 * DAY, 2 * DAY],
  [-500 * DAY, -500 * DAY],
])('a service that is %d ms ahead of this clock is so by %d', (ahead, behind) => {
  expect(clockBehind({ date: dateOf(start + ahead), at: start })).toBe(behind)
})

test.each([null, { date: 'soon', at: start }])('a service that says %o does not say the time', (told) => {
  expect(clockBehind(told)).toBeNull()
  expect(createLedgerClock(() => told)(start)).toEqual({ now: start, isSure: false })
})

/** Looks at these true times, by a clock that is off by as much each time, as a page does that reads the service's date. */
const visits = (times: readonly number[], offOf: (index: number) => number): Ledger => {
  let ledger = emptyLedger
  let told = { date: '', at: 0 }
  const clock = createLedgerClock(() => told)
  for (const [index, offset] of times.entries())
    for (const seconds of [0, 30]) {
      const truth = start + offset + seconds * SECOND
      const local = truth + offOf(index)
      told = { date: dateOf(truth), at: local }
      const time = clock(local)
      const seen = { ...sighting(0, [atlas]), at: time.now }
      ledger = boundedLedger(observe(withoutFuture(ledger, time), seen), time.now)
    }
  return ledger
}

test('no clock, off by minutes or years, either way, takes anything away or stops the ledger', () => {
  const off = fc.oneof(
    fc.constant(0),
    fc.integer({ min: -4 * MINUTE, max: 4 * MINUTE }),
    fc.integer({ min: -3000 * DAY, max: 3000 * DAY }),
  )
  fc.assert(
    fc.property(fc.array(off, { minLength: 3, maxLength: 8 }), (offs) => {
      const times = offs.map((_, index) => index * DAY)
      const right = visits(times, () => 0)
      const odd = visits(times, (index) => offs[index] ?? 0)
      expect(odd.instances.get('atlas')?.entries).toHaveLength(1)
      expect(odd.watches).toHaveLength(right.watches.length)
      for (const [index, watch] of right.watches.entries())
        expect(Math.abs((odd.watches[index]?.from ?? 0) - watch.from)).toBeLessThanOrEqual(4 * MINUTE)
    }),
  )
})

test('a clock at the edge of what is taken for wrong does not jump with each answer', () => {
  let told = { date: dateOf(start), at: start }
  const clock = createLedgerClock(() => told)
  const corrected = [301, 299, 298, 301, 260, 250, 239, 299].map((seconds) => {
    told = { date: dateOf(start), at: start - seconds * SECOND }
    return clock(start).now !== start
  })
  expect(corrected).toEqual([true, true, true, true, true, true, false, false])
})

test('a clock that was never far off needs five minutes to be taken for wrong, whether the service told the time before or not', () => {
  const near = { date: dateOf(start + 270 * SECOND), at: start }
  expect(createLedgerClock(() => near)(start)).toEqual({ now: start, isSure: true })
  const told = [null, near]
  const clock = createLedgerClock(() => told.shift() ?? null)
  expect([clock(start), clock(start)]).toEqual([
    { now: start, isSure: false },
    { now: start, isSure: true },
  ])
})

test('one short visit 500 days ahead folds nothing, also where the service does not say the time', () => {
  let ledger = emptyLedger
  for (const day of [0, 1, 2, 502]) {
    const seen = sighting(day * DAY, [atlas])
    ledger = boundedLedger(observe(ledger, seen), seen.at)
  }
  expect(ledger.foldedTo).toBe(Number.NEGATIVE_INFINITY)
  const healed = withoutFuture(ledger, { now: start + 3 * DAY, isSure: false })
  expect(healed.watches).toHaveLength(3)
})
