import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { dayBorders, dayStart } from './days.ts'
import { boundedLedger, foldLedger, ledgerLimits } from './fold.ts'
import { observe } from './observe.ts'
import { ledgerTotals } from './totals.ts'
import { anyLives, atlas, ledgerOf, sighting, sightingsOf, start } from './ledger.fixture.ts'
import type { Ledger } from './ledger.ts'

/** Looks of some days, in order. */
const someDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 4 * DAY }), { minLength: 2, maxLength: 80 })
  .map((offsets) => offsets.toSorted((a, b) => a - b).map((offset) => start + offset))

const entriesOf = ({ instances }: Ledger) =>
  [...instances.values()].reduce((sum, { entries }) => sum + entries.length, 0)

test('folding keeps each day, and the total, exactly; also as one goes on looking, and when folded again', () => {
  fc.assert(
    fc.property(anyLives, someDays, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (lives, polls, first, second) => {
      const cuts = [first, second].toSorted((a, b) => a - b).map((day) => dayStart(start + day * DAY))
      const sightings = sightingsOf(lives, polls)
      const whole = ledgerOf(sightings)
      const folded = cuts.reduce((ledger, cut) => {
        const seen = sightings.filter(({ at }) => at <= cut + 12 * HOUR)
        return foldLedger(ledgerOf(seen, ledger), cut, 400)
      }, ledgerOf([]))
      const borders = dayBorders(dayStart(start - DAY), start + 5 * DAY)
      const expected = ledgerTotals(whole, borders)
      const { total, byDay, byInstance } = ledgerTotals(ledgerOf(sightings, folded), borders)
      expect(byDay).toEqual(expected.byDay)
      expect(total).toEqual(expected.total)
      expect(byInstance.reduce((sum, { tally }) => sum + tally.estimate, 0n)).toBe(total.estimate)
    }),
  )
})

test('a year of looking twice a day, with a change each time, is kept in full; older days are sums', () => {
  let ledger = ledgerOf([])
  for (let day = 0; day < 500; day += 1)
    for (const [hour, state] of [
      [0, 'running'],
      [8, 'exited'],
    ] as const) {
      const seen = sighting(day * DAY + hour * HOUR, [{ ...atlas, state }])
      ledger = boundedLedger(observe(ledger, seen), seen.at)
    }
  expect(entriesOf(ledger)).toBeGreaterThan(365 * 2)
  expect(entriesOf(ledger)).toBeLessThan(403 * 2)
  expect(ledger.watches.length).toBeLessThan(403 * 2)
  expect(ledger.days.length).toBeGreaterThan(97)
  expect(ledger.days.length).toBeLessThanOrEqual(401)
})

test('too many entries are folded, the oldest days first, and today stays', () => {
  const limits = { ...ledgerLimits, entries: 100 }
  let ledger = ledgerOf([])
  for (let index = 0; index < 400; index += 1) {
    const seen = sighting(index * HOUR, [{ ...atlas, state: index % 2 === 0 ? 'running' : 'exited' }])
    ledger = boundedLedger(observe(ledger, seen), seen.at, limits)
    expect(entriesOf(ledger)).toBeLessThanOrEqual(100)
  }
  expect(ledger.foldedTo).toBeLessThanOrEqual(dayStart(start + 400 * HOUR))
  expect(entriesOf(ledger)).toBeGreaterThan(10)
})

test('what is within bounds stays the same object', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, [atlas])])
  expect(boundedLedger(ledger, start + MINUTE)).toBe(ledger)
})

test('what is folded goes back to where the days end, and no further than the days that are kept', () => {
  const hourly = Array.from({ length: 5 * 24 }, (_, hour) =>
    sighting(hour * HOUR, [{ ...atlas, state: hour % 2 === 0 ? 'running' : 'exited' }]),
  )
  const ledger = ledgerOf(hourly)
  const to = dayStart(start + 3 * DAY)
  const folded = foldLedger(ledger, to, 400)
  expect(folded.foldedTo).toBe(to)
  expect(folded.days.map(({ from }) => from)).toEqual([0, 1, 2].map((day) => dayStart(start + day * DAY)))
  expect(folded.watches[0]?.from).toBeLessThanOrEqual(to)
  expect(folded.watches[1]?.from).toBeGreaterThan(to)
  const entries = folded.instances.get('atlas')?.entries ?? []
  expect(entries[0]?.at).toBeLessThanOrEqual(to)
  expect(entries[1]?.at).toBeGreaterThan(to)
  expect(foldLedger(folded, to, 400)).toBe(folded)
  expect(foldLedger(ledger, to, 2).days.map(({ from }) => from)).toEqual(
    [1, 2].map((day) => dayStart(start + day * DAY)),
  )
  // The last hour seen may still change.
  const last = dayStart(start + 4 * DAY)
  const upTo = (time: number) =>
    ledgerOf(hourly.filter(({ at }) => at < last).concat(sighting(time - start, [atlas])))
  expect(foldLedger(upTo(last + HOUR), last, 400).foldedTo).toBe(last)
  const early = upTo(last + HOUR - 1)
  expect(foldLedger(early, last, 400)).toBe(early)
})

test('what is long gone is forgotten with its entries', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, []), sighting(2 * DAY, [])])
  expect(foldLedger(ledger, dayStart(start + DAY), 400).instances.size).toBe(0)
})
