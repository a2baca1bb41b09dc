import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { anyInstance } from '../instance/instance.fixture.ts'
import { factsAfter, factsOf, sameFacts } from './facts.ts'
import { sumOf } from './tally.ts'
import { toUsd } from './totals.ts'
import { atlas } from './ledger.fixture.ts'

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

test('names, addresses and ports are no facts of a bill', () => {
  const other = { ...atlas, name: 'other', wan_ports: [443], lan_ipv4: null }
  expect(sameFacts(factsOf(atlas), factsOf(other))).toBe(true)
  expect(sameFacts(factsOf(atlas), null)).toBe(false)
})

test('an amount of the ledger is rounded down to the nano-dollar, once', () => {
  expect([7_199_999n, 3_600_000n, 0n, -1n].map(toUsd)).toEqual([1n, 1n, 0n, -1n])
})

test('the most that a stopped instance may have cost counts Sentieon’s fee, and says where it is unknown', () => {
  const calls = { ...atlas, flavor: 'genomics', state: 'exited', currently_running_sentieon: false }
  const told = factsOf({ ...calls, sentieon_hourly_cost_usd: 0.25 })
  expect([told?.high, told?.unknownRunning]).toEqual([usd(0.86), []])
  const silent = factsOf(calls)
  expect([silent?.high, silent?.unknown, silent?.unknownRunning]).toEqual([usd(0.61), [], ['sentieon']])
})
