import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { anyInstance } from '../instance/instance.fixture.ts'
import { factsAfter, factsOf, sameFacts, unknownFacts } from './facts.ts'
import { sumOf } from './tally.ts'
import { toUsd } from './totals.ts'
import { atlas } from './ledger.fixture.ts'
import type { Facts } from './ledger.ts'

test('the parts are the price now, and low and high are around it, whatever the service sends', () => {
  fc.assert(
    fc.property(anyInstance, (instance) => {
      const facts = factsOf(instance)
      if (instance.state === 'deleted') expect(facts).toBeNull()
      else {
        const price = sumOf(facts?.now ?? { compute: 0n, storage: 0n, gpu: 0n, other: 0n })
        expect(price).toBe(hourlyCost(instance).now.known)
        expect(facts?.low).toBeLessThanOrEqual(price)
        expect(facts?.high).toBeGreaterThanOrEqual(price)
      }
    }),
  )
})

test('an action leads to the price that the list shows once it is done', () => {
  const stopped = { ...atlas, state: 'exited' }
  expect(sameFacts(factsAfter('stop', atlas), factsOf(stopped))).toBe(true)
  expect(sameFacts(factsAfter('restart', stopped), factsOf(atlas))).toBe(true)
  expect(factsAfter('delete', atlas)).toBeNull()
  expect(factsAfter('stop', { ...atlas, hourly_cost_usd: 0.7 })?.now.storage).toBe(usd(0.05))
})

test('facts of a version that had the parts in another order are the same', () => {
  const unknown = unknownFacts(false)
  const { unknown: words, unknownRunning } = unknown
  const earlier = {
    ...unknown,
    unknown: words.toReversed(),
    unknownRunning: unknownRunning.toReversed(),
  }
  expect(sameFacts(unknown, earlier)).toBe(true)
  expect(sameFacts(unknown, { ...earlier, unknown: words.slice(1) })).toBe(false)
  expect(sameFacts(unknown, { ...earlier, unknownRunning: [] })).toBe(false)
})

test('names, addresses and ports are no facts of a bill', () => {
  const other = { ...atlas, name: 'other', wan_ports: [443], lan_ipv4: null }
  expect(sameFacts(factsOf(atlas), factsOf(other))).toBe(true)
  expect(sameFacts(factsOf(atlas), null)).toBe(false)
})

test('an amount of the ledger is rounded down to the nano-dollar, once', () => {
  expect([7_199_999n, 3_600_000n, 0n, -1n, -3_600_000n].map(toUsd)).toEqual([1n, 1n, 0n, -1n, -1n])
})

test('the most that a stopped instance may have cost counts Sentieon’s fee, and says where it is unknown', () => {
  const calls = { ...atlas, flavor: 'genomics', state: 'exited', currently_running_sentieon: false }
  const told = factsOf({ ...calls, sentieon_hourly_cost_usd: 0.25 })
  expect([told?.high, told?.unknownRunning]).toEqual([usd(0.86), []])
  const silent = factsOf(calls)
  expect([silent?.high, silent?.unknown, silent?.unknownRunning]).toEqual([usd(0.61), [], ['sentieon']])
})

test('facts are the same only in all that a price depends on', () => {
  const facts: Facts = {
    now: { compute: 1n, storage: 2n, gpu: 3n, other: 4n },
    low: 5n,
    high: 6n,
    unknown: ['gpu'],
    unknownRunning: ['gpu'],
    assumed: false,
  }
  expect(sameFacts(facts, structuredClone(facts))).toBe(true)
  const others: Partial<Facts>[] = [
    { now: { ...facts.now, compute: 9n } },
    { now: { ...facts.now, storage: 9n } },
    { now: { ...facts.now, gpu: 9n } },
    { now: { ...facts.now, other: 9n } },
    { low: 9n },
    { high: 9n },
    { unknown: [] },
    { unknownRunning: ['gpu', 'ram'] },
    { assumed: true },
  ]
  for (const other of others) expect(sameFacts(facts, { ...facts, ...other })).toBe(false)
  expect([sameFacts(null, null), sameFacts(null, facts), sameFacts(facts, null)]).toEqual([
    true,
    false,
    false,
  ])
})

test('a price of more than a million dollars an hour is an error of the service, and not known', () => {
  const dear = (n_vcpus: number, state = 'running') =>
    factsOf({ ...atlas, state, n_vcpus, vcpu_cost_hourly_usd: 1000, mem_gib: 1, disk_size_gib: 10 })
  expect(dear(999)?.now.compute).toBe(usd(999_000.005))
  expect(dear(1001)).toEqual(unknownFacts(false))
  expect(dear(1001, 'migrating')).toEqual(unknownFacts(true))
  // It would cost as much if it ran.
  expect(dear(1001, 'exited')).toEqual(unknownFacts(false))
})
