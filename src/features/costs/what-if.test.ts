import * as fc from 'fast-check'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { describe, expect, test } from 'vitest'

import { sum, usd } from '#lib/money.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

import { allStopped, switchable, whatIf, whatIfLabel } from './what-if.ts'

test.each([
  [0, 0, 'Without the ticked'],
  [2, 0, 'Without the 2 ticked'],
  [0, 1, 'With the 1 ticked'],
  [2, 1, '2 stopped, 1 started'],
])('%d stopped and %d started read "%s"', (stops, starts, label) => {
  expect(whatIfLabel({ stops, starts })).toBe(label)
})

const running = anInstance({ uuid: 'on' })
const stopped = anInstance({ uuid: 'off', state: 'shut_off' })
const failed = anInstance({ uuid: 'error', state: 'error' })
const fleet = [running, stopped, failed]

describe('what if', () => {
  test('what runs were stopped: it saves', () => {
    expect(whatIf(fleet, new Set(['on']))).toMatchObject({
      before: { known: usd(0.92) },
      after: { known: usd(0.2) },
      change: { known: usd(-0.72) },
      stops: 1,
      starts: 0,
    })
  })

  test('what is stopped were started: it adds', () => {
    expect(whatIf(fleet, new Set(['off', 'gone']))).toMatchObject({ change: { known: usd(0.72) }, starts: 1 })
  })

  test('what costs nothing were switched: it cannot be', () => {
    expect(switchable(failed)).toBeNull()
    expect(whatIf(fleet, new Set(['error'])).change.known).toBe(0n)
  })

  test('a GPU of unknown price were stopped: it saves more than is known', () => {
    const gpu = { ...running, n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: null }
    expect(whatIf([gpu], new Set(['on'])).change).toMatchObject({ known: usd(-0.72), unknown: ['gpu'] })
  })
})

const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })

test('nothing ticked changes nothing, and before and change always make after', () => {
  fc.assert(
    fc.property(anyFleet, fc.func(fc.boolean()), (instances, isTicked) => {
      expect(whatIf(instances, new Set()).after).toMatchObject(
        sumCosts(instances.map((instance) => hourlyCost(instance).now)),
      )
      const ticked = new Set(instances.map(({ uuid }) => uuid).filter(isTicked))
      const { before, after, change } = whatIf(instances, ticked)
      expect(before.known + change.known).toBe(after.known)
      expect(sum(after.lines.map(({ amount }) => amount ?? 0n))).toBe(after.known)
    }),
  )
})

test('with all that runs ticked, it is the projection of everything stopped', () => {
  fc.assert(
    fc.property(anyFleet, (instances) => {
      const on = instances.filter((instance) => switchable(instance) === 'stop')
      expect(whatIf(instances, new Set(on.map(({ uuid }) => uuid))).after).toEqual(allStopped(instances))
    }),
  )
})
