import { expect, test } from 'vitest'

import type { Instance } from '#contract/instance.ts'
import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { dayStart } from './days.ts'
import { foldLedger } from './fold.ts'
import { atlas, ledgerOf, sighting, start } from './ledger.fixture.ts'
import type { Ledger, Tally } from './ledger.ts'
import { observe, observeActions } from './observe.ts'
import { ledgerTotals, shareSeen, toUsd } from './totals.ts'

const stopped = { ...atlas, state: 'exited' }
const totalOf = (ledger: Ledger, from: number, to: number) =>
  ledgerTotals(ledger, [start + from, start + to]).total

/** What a tally is in money, to the nano-dollar. */
const money = ({ low, estimate, high }: Tally) => [low, estimate, high].map(toUsd)
const minutes = ({ observedMs, presumedMs, unseenMs }: Tally) =>
  [observedMs, presumedMs, unseenMs].map((ms) => ms / MINUTE)

test('an hour of looking on is the price per hour, in all its parts, and nothing is in doubt', () => {
  const looks = Array.from({ length: 13 }, (_, index) => sighting(index * 5 * MINUTE, [atlas]))
  const { total, byInstance } = ledgerTotals(ledgerOf(looks), [start, start + HOUR])
  const hours = (dollars: number) => usd(dollars) * BigInt(HOUR)
  const tally: Tally = {
    parts: { compute: hours(0.56), storage: hours(0.05), gpu: 0n, other: 0n },
    estimate: hours(0.61),
    low: hours(0.61),
    high: hours(0.61),
    observedMs: HOUR,
    presumedMs: 0,
    unseenMs: 0,
    unknown: [],
    assumed: false,
  }
  expect(total).toEqual(tally)
  expect(byInstance).toEqual([{ uuid: 'atlas', name: 'rna-atlas', tally }])
})

test('money is exact to the nano-dollar, however a month is cut', () => {
  const looks = [0, 40 * DAY].map((offset) => sighting(offset, [atlas]))
  const borders = [0, DAY / 3, DAY, 2 * DAY + 1, 30 * DAY].map((offset) => start + offset)
  const { total, byDay } = ledgerTotals(ledgerOf(looks), borders)
  expect(money(total)).toEqual([usd(36), usd(439.2), usd(439.2)])
  expect(byDay.map(({ tally }) => tally.estimate).reduce((a, b) => a + b)).toBe(total.estimate)
  // A millisecond of it is $0.000000169.
  expect(money(totalOf(ledgerOf(looks), 0, 1))).toEqual([13n, 169n, 169n])
})

test('an hour of which half was seen running and half stopped', () => {
  const ledger = ledgerOf([0, 5, 10, 15, 20, 25, 30].map((minute) => sighting(minute * MINUTE, [atlas])))
  const after = observeActions(ledger, [{ action: 'stop', instance: atlas, at: start + HOUR / 2 + 1 }])
  const later = [31, 36, 41, 46, 51, 56, 60].map((minute) => sighting(minute * MINUTE, [stopped]))
  const total = totalOf(ledgerOf(later, after), 1, HOUR + 1)
  expect(minutes(total)).toEqual([60 - 1 / MINUTE, 0, 1 / MINUTE])
  expect(toUsd(total.estimate)).toBe(usd(0.33))
})

test('what is unseen of one instance is unseen of the account, and counts once', () => {
  const other = { ...atlas, uuid: 'other' }
  // One changes in the last of four minutes, the other in the first.
  const apart = ledgerOf(
    [0, 1, 2, 3, 4].map((minute) =>
      sighting(minute * MINUTE, [
        minute < 4 ? atlas : stopped,
        minute < 1 ? other : { ...other, state: 'exited' },
      ]),
    ),
  )
  expect(minutes(totalOf(apart, 0, 4 * MINUTE))).toEqual([2, 0, 2])

  // One was stopped in the first two minutes, as another tab saw; the other was created in four, nobody knows when.
  const within = ledgerOf([
    sighting(0, [atlas]),
    sighting(4 * MINUTE, [stopped, other]),
    sighting(2 * MINUTE, [stopped], false),
    sighting(6 * MINUTE, [stopped, other]),
  ])
  expect(minutes(totalOf(within, 0, 6 * MINUTE))).toEqual([2, 0, 4])
})

test('what was gone before a time is not among its instances', () => {
  const ledger = ledgerOf([sighting(0, [atlas]), sighting(MINUTE, []), sighting(2 * MINUTE, [])])
  const names = (from: number, to: number) =>
    ledgerTotals(ledger, [start + from, start + to]).byInstance.map(({ name }) => name)
  expect(names(MINUTE, 2 * MINUTE)).toEqual([])
  expect(names(MINUTE - 1, 2 * MINUTE)).toEqual(['rna-atlas'])
})

test('a price that is not known from the end of a time on leaves that time known', () => {
  const gpu = { ...atlas, n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null }
  const ledger = observeActions(ledgerOf([sighting(0, [{ ...gpu, state: 'exited' }])]), [
    { action: 'restart', instance: gpu, at: start + MINUTE },
  ])
  const seen = observe(ledger, sighting(2 * MINUTE, [gpu]))
  expect(totalOf(seen, 0, MINUTE).unknown).toEqual([])
  expect(totalOf(seen, 0, MINUTE + 1).unknown).toEqual(['gpu'])
})

test('the share that was seen of no time is none', () => {
  expect(shareSeen({ observedMs: 0, presumedMs: 0, unseenMs: 0 })).toBe(0)
  expect(shareSeen({ observedMs: 15, presumedMs: 15, unseenMs: 30 })).toBe(0.25)
})

test('of folded days a sum is left that is no instance’s, and its doubts; where nothing was spent there is none', () => {
  const moving = { ...atlas, state: 'migrating' }
  const days = (seen: Instance[]) => ledgerOf([0, 1, 2].map((day) => sighting(day * DAY, seen)))
  const to = dayStart(start + DAY)
  const folded = (...seen: Instance[]) =>
    ledgerTotals(foldLedger(days(seen), to, 400), [dayStart(start), dayStart(start + 3 * DAY)])

  const { total, byInstance } = folded(moving)
  const [instance, earlier] = byInstance
  expect(byInstance).toHaveLength(2)
  expect(instance?.name).toBe('rna-atlas')
  expect(earlier).toMatchObject({ uuid: null, name: '', tally: { assumed: true } })
  expect([earlier?.tally.observedMs, earlier?.tally.presumedMs, earlier?.tally.unseenMs]).toEqual([0, 0, 0])
  expect(total.assumed).toBe(true)

  expect(folded().byInstance).toEqual([])
  const rates = { vcpu_cost_hourly_usd: null, ram_cost_hourly_usd: null, storage_cost_hourly_usd: null }
  const unknown = folded({ ...atlas, ...rates }).byInstance
  expect(unknown.map(({ uuid, tally }) => [uuid, tally.high, tally.unknown])).toEqual([
    ['atlas', 0n, ['vcpu', 'ram', 'storage']],
    [null, 0n, ['vcpu', 'ram', 'storage']],
  ])
})

test('a time that was counted before counts anew once another tab has let go of watches or folded days', () => {
  const ledger = ledgerOf([0, 1, 60, 61, 120].map((minute) => sighting(minute * MINUTE, [atlas])))
  const first = (of: Ledger) => minutes(totalOf(of, 0, MINUTE))
  expect(first(ledger)).toEqual([1, 0, 0])
  expect(first({ ...ledger, watches: ledger.watches.slice(1) })).toEqual([0, 0, 1])
  expect(
    first({ ...ledger, watches: ledger.watches.toSpliced(0, 1, { from: start - DAY, to: start - DAY }) }),
  ).toEqual([0, 1, 0])
  expect(money(totalOf({ ...ledger, foldedTo: start + MINUTE }, 0, MINUTE))).toEqual([0n, 0n, 0n])
  expect(first(ledger)).toEqual([1, 0, 0])
})
