import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sum, usd } from '#lib/money.ts'

import { hourlyCost } from '../pricing/cost.ts'
import { summarizeFleet } from './fleet.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'

test('counts what runs and what is stopped, and prices both', () => {
  const summary = summarizeFleet([
    anInstance({ uuid: '1' }),
    anInstance({ uuid: '2', state: 'idle' }),
    anInstance({ uuid: '3', state: 'shut_off' }),
    anInstance({ uuid: '4', state: 'error' }),
    anInstance({ uuid: '5', vcpu_cost_hourly_usd: null }),
  ])
  expect(summary.counts).toEqual({ running: 3, transition: 0, stopped: 1, error: 1, deleted: 0, unknown: 0 })
  // Running: 8 × 0.05 + 16 × 0.02 + 100 × 0.001 = 0.82; without its vCPU rate 0.42; stopped 0.10.
  expect(summary.now).toEqual({ known: usd(0.82 * 2 + 0.42 + 0.1), unknown: ['vcpu'], assumed: true })
  expect(summary.stoppedStorage.known).toBe(usd(0.1))
  expect([summary.total, summary.unpriced, summary.assumed]).toEqual([5, 1, 1])
})

test('an empty fleet costs nothing, and knows it', () => {
  expect(summarizeFleet([])).toMatchObject({ total: 0, now: { known: 0n, unknown: [], assumed: false } })
})

test('the line agrees with the rows, for any fleet', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), (instances) => {
      const { now, counts } = summarizeFleet(instances)
      expect(now.known).toBe(sum(instances.map((instance) => hourlyCost(instance).now.known)))
      expect(Object.values(counts).reduce((a, b) => a + b)).toBe(instances.length)
    }),
  )
})
