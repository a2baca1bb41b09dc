import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { HOUR, MINUTE } from '#lib/time.ts'

import { joinLedgers } from './join.ts'
import { anyLives, anyPolls, atlas, ledgerOf, sighting, sightingsOf, start } from './ledger.fixture.ts'
import { emptyLedger, type Ledger, OBSERVED_LIMIT } from './ledger.ts'
import { ledgerTotals } from './totals.ts'

test('a ledger that went on in another browser is joined to what one browser would have seen', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, fc.nat(), (lives, polls, cut) => {
      const all = sightingsOf(lives, polls)
      const border = cut % all.length
      const earlier = ledgerOf(all.slice(0, border))
      const later = ledgerOf(all.slice(border))
      expect(joinLedgers(later, earlier)).toEqual(ledgerOf(all))
    }),
  )
})

test('what both have seen counts once, by what is here', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, fc.nat(), (lives, polls, cut) => {
      const all = sightingsOf(lives, polls)
      const here = ledgerOf(all.slice(cut % all.length))
      expect(joinLedgers(here, here)).toBe(here)
      expect(joinLedgers(emptyLedger, here)).toBe(here)
      const from = here.watches[0]?.from ?? 0
      const joined = joinLedgers(here, ledgerOf(all))
      expect(joined.watches.at(-1)).toMatchObject({ to: here.watches.at(-1)?.to })
      const starts = joined.watches.map((watch) => watch.from)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      for (const [uuid, { entries }] of here.instances)
        expect(joined.instances.get(uuid)?.entries.filter(({ at }) => at > from)).toEqual(
          entries.filter(({ at }) => at > from),
        )
    }),
  )
})

const stopped = { ...atlas, state: 'exited' }
const here = ledgerOf([sighting(HOUR, [atlas]), sighting(HOUR + MINUTE, [atlas])])
const entriesOf = (ledger: Ledger, uuid = 'atlas') =>
  ledger.instances
    .get(uuid)
    ?.entries.map(({ at, after, facts }) => [
      at - start,
      after === null ? null : after - start,
      facts === null ? 'gone' : facts.now.compute === 0n ? 'stopped' : 'running',
    ])

test('what was seen elsewhere from the first look here on is left out, to the instant', () => {
  const other = ledgerOf([
    sighting(0, [atlas]),
    sighting(HOUR, [stopped, { ...atlas, uuid: 'new' }]),
    sighting(HOUR + 1, [stopped, { ...atlas, uuid: 'newer' }]),
  ])
  const joined = joinLedgers(here, other)
  expect(entriesOf(joined)).toEqual([[0, null, 'running']])
  expect([...joined.instances.keys()]).toEqual(['atlas'])
})

test('two browsers no more than five minutes apart looked on together', () => {
  const watches = (apart: number) =>
    joinLedgers(here, ledgerOf([sighting(0, [atlas]), sighting(HOUR - apart, [atlas])])).watches.map(
      ({ from, to }) => [from - start, to - start],
    )
  expect(watches(OBSERVED_LIMIT)).toEqual([
    [0, 0],
    [HOUR - OBSERVED_LIMIT, HOUR + MINUTE],
  ])
  expect(watches(OBSERVED_LIMIT + 1)).toEqual([
    [0, 0],
    [HOUR - OBSERVED_LIMIT - 1, HOUR - OBSERVED_LIMIT - 1],
    [HOUR, HOUR + MINUTE],
  ])
})

test('what was there until the other looked last, and is not here, went in between; what had gone before is not gone twice', () => {
  const gone = { ...atlas, uuid: 'gone' }
  const last = { ...atlas, uuid: 'last' }
  const minutes = Array.from({ length: 120 }, (_, minute) => minute)
  const other = ledgerOf(
    minutes.map((minute) => sighting(minute * MINUTE, minute < 9 ? [gone, last] : [last])),
  )
  const joined = joinLedgers(here, other)
  expect(entriesOf(joined, 'gone')).toEqual([
    [0, null, 'running'],
    [9 * MINUTE, 8 * MINUTE, 'gone'],
  ])
  expect(entriesOf(joined, 'last')).toEqual([
    [0, null, 'running'],
    [HOUR, HOUR - 1, 'gone'],
  ])
  expect(entriesOf(joined)).toEqual([[HOUR, HOUR - 1, 'running']])
  expect(joined.instances.get('atlas')?.created).toBe(start)
})

test('where the beginning is folded into days nothing can be put before it', () => {
  const other = ledgerOf([sighting(0, [atlas])])
  const { total: tally } = ledgerTotals(other, [start, start + MINUTE])
  const onlyDays = { ...emptyLedger, days: [{ from: start, to: start + MINUTE, tally }] }
  expect(joinLedgers(onlyDays, other)).toBe(onlyDays)
  const folded = { ...here, foldedTo: start + HOUR }
  expect(joinLedgers(folded, other)).toBe(folded)
  expect(joinLedgers(here, { ...other, foldedTo: start + HOUR + 1 })).toBe(here)
  expect(joinLedgers(here, { ...other, foldedTo: start + HOUR }).foldedTo).toBe(start + HOUR)
  expect(joinLedgers(here, emptyLedger)).toBe(here)
})
