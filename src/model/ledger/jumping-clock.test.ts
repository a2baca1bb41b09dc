import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { anyLives, atlas, end, ledgerOf, sighting, sightingsOf, start } from './ledger.fixture.ts'
import { emptyLedger, lastSeen, withoutFuture } from './ledger.ts'
import { observe } from './observe.ts'
import { ledgerTotals } from './totals.ts'

const stopped = { ...atlas, state: 'exited' }

describe('a clock that jumps', () => {
  const morning = ledgerOf([sighting(0, [atlas]), sighting(HOUR / 12, [atlas])])
  const at = (now: number) => ({ now, isSure: false })

  test('what was written while the clock was ahead is let go when it is set right', () => {
    const ahead = ledgerOf([sighting(3 * DAY, [stopped]), sighting(3 * DAY + MINUTE, [stopped])], morning)
    const now = start + HOUR
    expect(withoutFuture(ahead, at(now))).toEqual(morning)
    expect(withoutFuture(morning, at(now))).toBe(morning)
  })

  test('a clock set back by a little takes back no more than that', () => {
    expect(lastSeen(withoutFuture(morning, at(start + MINUTE)))).toBe(start + MINUTE)
    expect(withoutFuture(morning, at(start + MINUTE)).instances).toEqual(morning.instances)
  })

  test('a clock set far back takes nothing away, and nothing is taken down until it is set right', () => {
    const times = Array.from({ length: 500 }, (_, index) => sighting(index * 5 * MINUTE, [atlas]))
    const days = ledgerOf(times)
    const past = withoutFuture(days, at(start - 30 * DAY))
    expect(past).toBe(days)
    expect(observe(past, sighting(-30 * DAY, [stopped]))).toBe(days)
  })

  test('a year of watching ahead of a time that the service confirms is left out, however much it is', () => {
    const times = Array.from({ length: 500 }, (_, index) => sighting(400 * DAY + index * 5 * MINUTE, [atlas]))
    const wrong = ledgerOf(times, morning)
    expect(withoutFuture(wrong, { now: start + HOUR, isSure: true })).toEqual(morning)
  })

  test('days folded by a clock that was ahead do not stop the ledger once the service confirms the time', () => {
    const frozen = { ...morning, foldedTo: start + 100 * DAY }
    expect(withoutFuture(frozen, at(start + HOUR))).toBe(frozen)
    const healed = withoutFuture(frozen, { now: start + HOUR, isSure: true })
    expect(healed.foldedTo).toBe(Number.NEGATIVE_INFINITY)
    expect(lastSeen(observe(healed, sighting(HOUR, [atlas])))).toBe(start + HOUR)
    const { total: tally } = ledgerTotals(morning, [start, start + MINUTE])
    const days = [-2, -1, 0, 100].map((day) => ({
      from: start + day * DAY,
      to: start + (day + 1) * DAY,
      tally,
    }))
    const folded = withoutFuture({ ...frozen, days }, { now: start + DAY, isSure: true })
    expect(folded.days).toEqual(days.slice(0, 3))
    expect(folded.foldedTo).toBe(start + DAY)
  })

  test('any jumps leave every figure in order', () => {
    const jump = fc.integer({ min: -2 * DAY, max: 2 * DAY })
    fc.assert(
      fc.property(anyLives, fc.array(jump, { maxLength: 30 }), (lives, jumps) => {
        let now = start
        let ledger = emptyLedger
        for (const seen of jumps.flatMap((by) => sightingsOf(lives, [(now += by), (now += MINUTE)])))
          ledger = observe(withoutFuture(ledger, at(seen.at)), seen)
        for (const { total } of [ledgerTotals(ledger, [start - DAY, end])]) {
          expect(total.low).toBeLessThanOrEqual(total.estimate)
          expect(total.estimate).toBeLessThanOrEqual(total.high)
          for (const time of [total.observedMs, total.presumedMs, total.unseenMs])
            expect(time).toBeGreaterThanOrEqual(0)
          expect(total.observedMs + total.presumedMs + total.unseenMs).toBe(end - start + DAY)
        }
      }),
    )
  })
})
