import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { liveStates } from '#contract/vocabulary.ts'
import { sum, usd } from '#lib/money.ts'

import { anInstance, anyInstance } from '../instance/instance.fixture.ts'
import {
  billing,
  type Breakdown,
  costChange,
  costParts,
  hourlyCost,
  isFree,
  stopSaves,
  sumCosts,
} from './cost.ts'

test.each([
  ['provisioning', 'yes', 'yes'],
  ['running', 'yes', 'yes'],
  ['shut_off', 'no', 'yes'],
  ['exited', 'no', 'yes'],
  ['error', 'no', 'no'],
  ['deleted', 'no', 'no'],
])('%s: compute %s, storage %s, as the API page has it', (state, compute, storage) => {
  expect(billing(state)).toEqual({ compute, storage })
})

test('what the page does not say is not known', () => {
  for (const state of [...liveStates, 'warming_up', 'constructor'])
    expect(billing(state)).toEqual({ compute: 'unknown', storage: 'unknown' })
})

const amounts = ({ lines }: Breakdown): string[] =>
  lines.map(({ part, amount }) => `${part} ${amount === null ? 'unknown' : Number(amount) / 1e9}`)

/** rna-atlas of the drawings: $0.24 + $0.32 + $0.05. */
const atlas = anInstance({
  resource_type: 'container',
  n_vcpus: 16,
  mem_gib: 64,
  disk_size_gib: 500,
  vcpu_cost_hourly_usd: 0.015,
  ram_cost_hourly_usd: 0.005,
  storage_cost_hourly_usd: 0.0001,
})
const onGpu = { ...atlas, n_gpus: 2, gpu_model: 'rtx-5090', gpu_cost_hourly_usd: 0.5 }

describe('from the rates', () => {
  test('a running instance pays for all its parts', () => {
    expect(hourlyCost(atlas).now).toMatchObject({ known: usd(0.61), unknown: [], assumed: false })
    expect(amounts(hourlyCost(atlas).now)).toEqual(['vcpu 0.24', 'ram 0.32', 'storage 0.05'])
  })

  test('a stopped one pays for its disk, and says what it would cost running', () => {
    const cost = hourlyCost({ ...atlas, state: 'exited' })
    expect(cost.now.known).toBe(usd(0.05))
    expect(cost.stopped.known).toBe(usd(0.05))
    expect(cost.running.known).toBe(usd(0.61))
    expect(stopSaves(cost)).toMatchObject({ known: 0n, unknown: [] })
  })

  test('one in error or deleted pays nothing', () => {
    expect(hourlyCost({ ...atlas, state: 'error' }).now).toMatchObject({ known: 0n, lines: [] })
    expect(hourlyCost({ ...atlas, state: 'deleted' }).now.known).toBe(0n)
  })

  test('one in a state the page does not describe counts as running, and is marked', () => {
    expect(hourlyCost({ ...atlas, state: 'migrating' }).now).toMatchObject({
      known: usd(0.61),
      assumed: true,
    })
  })

  test('its parts stand in the order of bars and lists', () => {
    const parts = hourlyCost({ ...onGpu, sentieon_hourly_cost_usd: 0.1 }).running.lines.map(
      ({ part }) => part,
    )
    expect(parts).toEqual(['vcpu', 'ram', 'gpu', 'storage', 'sentieon'])
    expect(costParts.filter((part) => parts.includes(part))).toEqual(parts)
  })

  test('a GPU is paid for while running only', () => {
    expect(hourlyCost(onGpu).now.known).toBe(usd(1.61))
    expect(hourlyCost({ ...onGpu, state: 'exited' }).now.known).toBe(usd(0.05))
    expect(stopSaves(hourlyCost(onGpu))).toMatchObject({ known: usd(1.56), unknown: [] })
    expect(stopSaves(hourlyCost({ ...onGpu, gpu_cost_hourly_usd: null }))).toMatchObject({
      known: usd(0.56),
      unknown: ['gpu'],
    })
    const total = { ...onGpu, storage_cost_hourly_usd: null, hourly_cost_usd: 1.6 }
    expect(stopSaves(hourlyCost(total))).toMatchObject({ known: 0n, unknown: ['storage'] })
  })
})

describe('what is not known', () => {
  test('is never 0', () => {
    const cost = hourlyCost({ ...onGpu, gpu_cost_hourly_usd: null })
    expect(cost.now).toMatchObject({ known: usd(0.61), unknown: ['gpu'] })
    expect(amounts(cost.now)).toContain('gpu unknown')
  })

  test('is a rate of 0 for what is there: a stopped VM never reads $0', () => {
    const stopped = { ...atlas, state: 'shut_off' }
    for (const silent of [
      { storage_cost_hourly_usd: 0 },
      { storage_cost_hourly_usd: null },
      { disk_size_gib: 0 },
    ])
      expect(hourlyCost({ ...stopped, ...silent }).now).toMatchObject({ known: 0n, unknown: ['storage'] })
    expect(hourlyCost({ ...onGpu, gpu_cost_hourly_usd: 0 }).now.unknown).toEqual(['gpu'])
  })

  test('does not matter for a part that is not there', () => {
    const cost = hourlyCost({ ...atlas, gpu_cost_hourly_usd: null })
    expect(cost.now.unknown).toEqual([])
    expect(hourlyCost({ ...atlas, n_gpus: null, gpu_cost_hourly_usd: null }).now.unknown).toEqual([])
  })

  test('is a GPU that is named and not counted', () => {
    expect(hourlyCost({ ...onGpu, n_gpus: null }).now.unknown).toEqual(['gpu'])
  })
})

describe('the service’s own total', () => {
  test('wins, with the difference on a line of its own', () => {
    const cost = hourlyCost({ ...atlas, hourly_cost_usd: 0.7 })
    expect(cost.now.known).toBe(usd(0.7))
    expect(amounts(cost.now)).toEqual(['vcpu 0.24', 'ram 0.32', 'storage 0.05', 'other 0.09'])
    expect(cost.running.known).toBe(usd(0.7))
  })

  test('is not believed when it is 0: a stopped instance never reads $0', () => {
    expect(hourlyCost({ ...atlas, state: 'exited', hourly_cost_usd: 0 }).now.known).toBe(usd(0.05))
    expect(hourlyCost({ ...atlas, hourly_cost_usd: 0 }).now.known).toBe(usd(0.61))
  })

  test('may be below the rates', () => {
    expect(amounts(hourlyCost({ ...atlas, hourly_cost_usd: 0.6 }).now)).toContain('other -0.01')
  })

  test('leaves nothing unknown', () => {
    const cost = hourlyCost({ ...onGpu, gpu_cost_hourly_usd: null, hourly_cost_usd: 1.61 })
    expect(cost.now).toMatchObject({ known: usd(1.61), unknown: [] })
  })

  test('is about now: what a stopped instance would cost running still comes from the rates', () => {
    const cost = hourlyCost({ ...atlas, state: 'exited', hourly_cost_usd: 0.05 })
    expect(cost.now.known).toBe(usd(0.05))
    expect(cost.running.known).toBe(usd(0.61))
  })
})

describe('Sentieon', () => {
  const genomics = { ...atlas, flavor: 'genomics', sentieon_hourly_cost_usd: 0.2 }
  const silent = { ...genomics, sentieon_hourly_cost_usd: null }

  test('is charged while it runs, by its own line', () => {
    expect(amounts(hourlyCost(genomics).now)).toContain('sentieon 0.2')
    expect(hourlyCost(genomics).now.known).toBe(usd(0.81))
    expect(hourlyCost({ ...genomics, currently_running_sentieon: false }).now.known).toBe(usd(0.61))
    expect(hourlyCost({ ...genomics, state: 'exited' }).now.known).toBe(usd(0.05))
  })

  test('is part of the price of a restart: that it does not run while stopped says nothing of later', () => {
    const stopped = { ...genomics, state: 'exited', currently_running_sentieon: false }
    expect(hourlyCost(stopped)).toMatchObject({ now: { known: usd(0.05) }, running: { known: usd(0.81) } })
  })

  test('is unknown where its fee is not told, running or after a restart', () => {
    expect(hourlyCost(silent).now).toMatchObject({ known: usd(0.61), unknown: ['sentieon'] })
    const { now, running } = hourlyCost({ ...silent, state: 'exited' })
    expect(now.unknown).toEqual([])
    expect(running.unknown).toEqual(['sentieon'])
    expect(hourlyCost({ ...silent, currently_running_sentieon: false }).now.unknown).toEqual([])
    expect(hourlyCost({ ...silent, flavor: 'base', currently_running_sentieon: true }).now.unknown).toEqual([
      'sentieon',
    ])
  })

  test('is what the service’s total has beyond the rates, where it is the one part without a rate', () => {
    const { now } = hourlyCost({ ...silent, hourly_cost_usd: 0.81 })
    expect(amounts(now)).toEqual(['vcpu 0.24', 'ram 0.32', 'storage 0.05', 'sentieon 0.2'])
    expect(now.unknown).toEqual([])
    const two = hourlyCost({ ...silent, ram_cost_hourly_usd: null, hourly_cost_usd: 0.81 }).now
    expect(amounts(two)).toContain('other 0.52')
  })

  test('is not counted twice when the service’s total has it', () => {
    const cost = hourlyCost({ ...genomics, hourly_cost_usd: 0.81 })
    expect(cost.now.known).toBe(usd(0.81))
    expect(amounts(cost.now)).not.toContain('other 0')
    expect(cost.now.lines).toHaveLength(4)
  })
})

test('one in error for which the service reports a price costs that, and says so', () => {
  const { now } = hourlyCost({ ...atlas, state: 'error', hourly_cost_usd: 0.36 })
  expect(amounts(now)).toEqual(['other 0.36'])
  expect([isFree(now), isFree(hourlyCost({ ...atlas, state: 'error' }).now)]).toEqual([false, true])
})

test('for any instance, the lines add up to exactly the total, and unknown parts are those without an amount', () => {
  fc.assert(
    fc.property(anyInstance, (instance) => {
      const cost = hourlyCost(instance)
      for (const { lines, known } of [cost.now, cost.running, cost.stopped])
        expect(sum(lines.map(({ amount }) => amount ?? 0n))).toBe(known)
      for (const { lines, unknown } of [cost.running, cost.stopped].filter(
        ({ unknown }) => unknown.length > 0,
      ))
        expect(lines.filter(({ amount }) => amount === null).map(({ part }) => part)).toEqual(unknown)
      if (instance.hourly_cost_usd !== null && instance.hourly_cost_usd > 0)
        expect(cost.now.known).toBe(usd(instance.hourly_cost_usd))
    }),
  )
})

test('whatever is billed costs something or is unknown, and what is not billed costs nothing', () => {
  fc.assert(
    fc.property(anyInstance, (instance) => {
      const { known, unknown } = hourlyCost({ ...instance, hourly_cost_usd: null }).now
      const isFree = known === 0n && unknown.length === 0
      expect(isFree).toBe(instance.state === 'error' || instance.state === 'deleted')
    }),
  )
})

test('a change is what takes one price to the other, open where only one of them knows a part', () => {
  const { now, stopped } = hourlyCost({ ...onGpu, gpu_cost_hourly_usd: null })
  expect(costChange(now, stopped)).toEqual({ known: usd(-0.56), unknown: ['gpu'], assumed: false })
  const { now: open, stopped: also } = hourlyCost({ ...atlas, storage_cost_hourly_usd: null })
  expect(costChange(open, also)).toMatchObject({ known: usd(-0.56), unknown: [] })
})

test('what is assumed of one price is assumed of every sum and change that it is part of', () => {
  const sure = hourlyCost(atlas)
  const assumed = hourlyCost({ ...atlas, state: 'migrating' })
  expect(
    [sumCosts([]), sumCosts([sure.now]), sumCosts([sure.now, assumed.now])].map((sum) => sum.assumed),
  ).toEqual([false, false, true])
  expect(costChange(sure.now, assumed.now).assumed).toBe(true)
  expect(costChange(assumed.now, sure.now).assumed).toBe(true)
  expect([assumed.running.assumed, assumed.stopped.assumed, stopSaves(assumed).assumed]).toEqual([
    false,
    false,
    true,
  ])
  expect(hourlyCost({ ...atlas, state: 'migrating', hourly_cost_usd: 1 }).now.assumed).toBe(false)
})

test('a stop never saves less than nothing, and what is not known of the disk is no saving', () => {
  expect(stopSaves(hourlyCost({ ...atlas, hourly_cost_usd: 0.01 }))).toMatchObject({ known: 0n, unknown: [] })
  const silent = { ...onGpu, gpu_cost_hourly_usd: null, storage_cost_hourly_usd: null }
  expect(stopSaves(hourlyCost(silent))).toMatchObject({ known: usd(0.56), unknown: ['gpu'] })
})

test('a fleet’s total is the sum of its rows, in any order and grouping', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), fc.nat(20), (instances, cut) => {
      const totals = instances.map((instance) => hourlyCost(instance).now)
      const whole = sumCosts(totals)
      expect(whole.known).toBe(sum(totals.map(({ known }) => known)))
      expect(sumCosts(totals.toReversed())).toEqual(whole)
      expect(sumCosts([sumCosts(totals.slice(0, cut)), sumCosts(totals.slice(cut))])).toEqual(whole)
    }),
  )
})
