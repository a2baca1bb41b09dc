import { expect, test } from 'vitest'

import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { boundedLedger, ledgerLimits } from './fold.ts'
import { atlas, ledgerOf, sighting, start } from './ledger.fixture.ts'
import { withoutFuture } from './ledger.ts'

const sure = (now: number) => ({ now: start + now, isSure: true })
const unsure = (now: number) => ({ now: start + now, isSure: false })
const stopped = { ...atlas, state: 'exited' }
const early = { ...atlas, uuid: 'early' }
const late = { ...atlas, uuid: 'late' }

test('what was seen up to this very instant stays the same object, folded up to it or not', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, [stopped])])
  expect(withoutFuture(ledger, sure(MINUTE))).toBe(ledger)
  const folded = { ...ledger, foldedTo: start + MINUTE }
  expect(withoutFuture(folded, sure(MINUTE))).toBe(folded)
})

test('of what was seen later only that is set aside, to the millisecond', () => {
  const ledger = ledgerOf([
    sighting(0, [atlas, early]),
    sighting(HOUR, [stopped, early]),
    sighting(2 * HOUR, [stopped, early, late]),
  ])
  const then = withoutFuture(ledger, sure(HOUR))
  expect(then.watches).toEqual([
    { from: start, to: start },
    { from: start + HOUR, to: start + HOUR },
  ])
  expect(then.instances.get('atlas')?.entries).toHaveLength(2)
  expect(then.instances.get('early')).toBe(ledger.instances.get('early'))
  expect([...then.instances.keys()]).toEqual(['atlas', 'early'])
  expect(withoutFuture(ledger, sure(HOUR - 1)).instances.get('atlas')?.entries).toHaveLength(1)
})

test('without the service’s word up to a day of watching ahead is set aside, and not a moment more', () => {
  const looks = (until: number) =>
    Array.from({ length: until / (4 * MINUTE) + 1 }, (_, index) => sighting(index * 4 * MINUTE, [atlas]))
  const ledger = ledgerOf(looks(DAY + 8 * MINUTE))
  expect(withoutFuture(ledger, unsure(8 * MINUTE)).watches).toEqual([{ from: start, to: start + 8 * MINUTE }])
  expect(withoutFuture(ledger, unsure(8 * MINUTE - 1))).toBe(ledger)
})

test('what is kept in full is bounded in watches too, and what is just within its bounds stays', () => {
  const ledger = ledgerOf(
    Array.from({ length: 60 }, (_, hour) => sighting(hour * HOUR, [hour % 2 ? atlas : stopped])),
  )
  const now = start + 60 * HOUR
  const bounded = (entries: number, watches: number) =>
    boundedLedger(ledger, now, { ...ledgerLimits, entries, watches })
  expect(bounded(60, 60)).toBe(ledger)
  expect(bounded(60, 59).watches.length).toBeLessThan(60)
  expect(bounded(59, 60).instances.get('atlas')?.entries.length).toBeLessThan(60)
})
