import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { factsOf, unknownFacts } from './facts.ts'
import { atlas } from './ledger.fixture.ts'
import type { Facts, LedgerEntry } from './ledger.ts'
import { coverageOf, stretchesOf } from './stretches.ts'

describe('how a time was watched', () => {
  const covered = coverageOf([
    { from: 100, to: 160 },
    { from: 200, to: 230 },
  ])

  test.each([
    ['within a watch', 110, 130, [20, 0, 0]],
    ['between two', 160, 200, [0, 40, 0]],
    ['over both', 100, 230, [90, 40, 0]],
    ['from before the first', 80, 110, [10, 0, 20]],
    ['beyond the last', 220, 300, [10, 0, 70]],
    ['before all', 10, 30, [0, 0, 20]],
    ['after all', 300, 350, [0, 0, 50]],
    ['from the first instant of one', 200, 201, [1, 0, 0]],
    ['up to the first instant of one', 199, 200, [0, 1, 0]],
  ])('%s', (_, from, to, [observedMs, presumedMs, unseenMs]) => {
    expect(covered(from, to)).toEqual({ observedMs, presumedMs, unseenMs })
  })

  test('by nobody, it is unseen', () => {
    expect(coverageOf([])(10, 30)).toEqual({ observedMs: 0, presumedMs: 0, unseenMs: 20 })
  })
})

describe('the stretches of an instance', () => {
  const factsAt = (vcpuRate: number, state = 'running') =>
    factsOf({ ...atlas, state, vcpu_cost_hourly_usd: vcpuRate }) ?? unknownFacts(false)
  const running = factsAt(0.015)
  const stopped = factsAt(0.015, 'exited')
  const dearer = factsAt(0.03)
  const names = new Map([
    [running, 'running'],
    [stopped, 'stopped'],
    [dearer, 'dearer'],
  ])
  const [disk, price, dearPrice] = [usd(0.05), usd(0.61), usd(0.85)]

  const entry = (at: number, after: number | null, facts: Facts | null): LedgerEntry => ({
    at,
    after,
    facts,
    awaited: false,
  })

  interface Asked {
    created?: number | null
    from?: number
    to?: number
  }

  const stretches = (
    entries: readonly LedgerEntry[],
    { created = 50, from = -Infinity, to = Infinity }: Asked = {},
  ) =>
    stretchesOf({ uuid: 'atlas', name: 'rna-atlas', created, entries }, { from, to }).map(
      ({ facts, low, high, isGap, ...ends }) => [
        ends.from,
        ends.to,
        `${isGap ? 'perhaps ' : ''}${names.get(facts) ?? 'not there'}`,
        low,
        high,
      ],
    )
  const since100 = [100, Infinity, 'running', disk, price]

  test('before it was first seen it had been there since its creation', () => {
    expect(stretches([entry(100, null, running)])).toEqual([
      [50, 100, 'perhaps running', disk, price],
      since100,
    ])
  })

  test('where its creation is not known it may always have been there, or never', () => {
    expect(stretches([entry(100, null, running)], { created: null })).toEqual([
      [-Infinity, 100, 'perhaps running', 0n, price],
      since100,
    ])
  })

  test('one that was created as it was seen, or says that it was later, has no time before', () => {
    for (const created of [100, 101])
      expect(stretches([entry(100, null, running)], { created })).toEqual([since100])
  })

  test('one that was not there at the look before began with its creation, or halfway where that does not lie between', () => {
    for (const after of [40, 50])
      expect(stretches([entry(100, after, running)])).toEqual([
        [50, 100, 'perhaps running', disk, price],
        since100,
      ])
    const halfway = [
      [60, 80, 'perhaps not there', 0n, price],
      [80, 100, 'perhaps running', 0n, price],
      since100,
    ]
    for (const created of [50, 101, null])
      expect(stretches([entry(100, 60, running)], { created })).toEqual(halfway)
  })

  test('one that is not there, and never was, has no stretches', () => {
    for (const created of [50, null]) expect(stretches([entry(100, null, null)], { created })).toEqual([])
  })

  const life = [
    entry(100, 100, running),
    entry(207, 200, dearer),
    entry(300, 300, stopped),
    entry(410, 400, null),
    entry(520, 500, running),
  ]
  const whole = [
    [100, 200, 'running', disk, price],
    [200, 203, 'perhaps running', disk, dearPrice],
    [203, 207, 'perhaps dearer', disk, dearPrice],
    [207, 300, 'dearer', disk, dearPrice],
    [300, 400, 'stopped', disk, price],
    [400, 405, 'perhaps stopped', 0n, price],
    [405, 410, 'perhaps not there', 0n, price],
    [500, 510, 'perhaps not there', 0n, price],
    [510, 520, 'perhaps running', 0n, price],
    [520, Infinity, 'running', disk, price],
  ]

  test('a change between two looks is put halfway, and either price may have been that of the whole time', () => {
    expect(stretches(life, { created: 100 })).toEqual(whole)
  })

  test.each([
    ['from a change on', 300, 310, 4, 7],
    ['up to a change', 250, 300, 1, 5],
    ['within one price', 320, 330, 4, 7],
    ['over a change', 190, 205, 0, 4],
    ['while it is gone', 420, 480, 5, 10],
    ['after all', 600, 700, 7, 10],
  ])(
    'of a time %s, none are given before it but the change that it begins with, and none after the next change',
    (_, from, to, first, end) => {
      expect(stretches(life, { created: 100, from, to })).toEqual(whole.slice(first, end))
    },
  )
})
