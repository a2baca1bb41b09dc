import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { rightSize } from './right-size.ts'
import type { UsageSample } from './usage.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'

const now = Date.UTC(2026, 10, 23, 12)
const instance = anInstance({
  resource_type: 'container',
  state: 'running',
  n_vcpus: 16,
  mem_gib: 64,
  disk_size_gib: 500,
  n_gpus: 0,
  gpu_model: null,
  vcpu_cost_hourly_usd: 0.015,
  ram_cost_hourly_usd: 0.005,
  storage_cost_hourly_usd: 0.0001,
  hourly_cost_usd: null,
})

const every = (hours: number, read: Partial<UsageSample> = {}, step = 5 * MINUTE): UsageSample[] =>
  Array.from({ length: Math.round((hours * HOUR) / step) + 1 }, (_, index) => ({
    at: now - hours * HOUR + index * step,
    cpu: 20,
    memUsed: 20,
    memTotal: 64,
    diskUsed: 90,
    diskTotal: 500,
    ...read,
  }))
const suggested = (history: readonly UsageSample[], of = instance) => rightSize(of, history, now)

test('a day of low use fits half the size, with the saving at the own rates', () => {
  expect(suggested(every(24))).toEqual({
    n_vcpus: 8,
    mem_gib: 32,
    saves: { known: usd(0.28), unknown: [] },
  })
})

describe('each peak has to leave room', () => {
  test('CPU up to 60 % of the new vCPUs', () => {
    expect(suggested(every(24, { cpu: 30 }))?.n_vcpus).toBe(8)
    expect(suggested(every(24, { cpu: 30.1 }))).toMatchObject({ n_vcpus: 16, mem_gib: 32 })
  })

  test('memory up to 75 % of the new memory', () => {
    expect(suggested(every(24, { memUsed: 24 }))?.mem_gib).toBe(32)
    expect(suggested(every(24, { memUsed: 24.1 }))).toMatchObject({ n_vcpus: 8, mem_gib: 64 })
  })

  test('one moment is enough to say no', () => {
    const isBusy = ({ at }: UsageSample) => at === now - HOUR
    const history = every(24)
    for (const one of history.filter(isBusy)) Object.assign(one, { cpu: 97, memUsed: 40 })
    expect(history.filter(isBusy)).toHaveLength(1)
    expect(suggested(history)).toBeNull()
  })
})

describe('a day has to have been seen', () => {
  test('20 hours of it at least', () => {
    expect(suggested(every(20))).not.toBeNull()
    expect(suggested(every(19.9))).toBeNull()
    expect(suggested([])).toBeNull()
  })

  test('what lies between two readings far apart was not', () => {
    expect(suggested(every(24, {}, 10 * MINUTE))).toBeNull()
    expect(suggested(every(24).filter(({ at }) => at < now - 5 * HOUR || at > now - 2 * HOUR))).not.toBeNull()
    expect(suggested(every(24).filter(({ at }) => at < now - 9 * HOUR || at > now - 2 * HOUR))).toBeNull()
  })

  test('at the size that it has now', () => {
    const before = every(24, { memTotal: 128 }).filter(({ at }) => at < now - 6 * HOUR)
    const since = every(24).filter(({ at }) => at >= now - 6 * HOUR)
    expect(suggested([...before, ...since])).toBeNull()
  })

  test('and measured', () => {
    expect(suggested(every(24, { cpu: null }))).toBeNull()
  })
})

test('a size between powers of two goes to the one below it', () => {
  const odd = { ...instance, n_vcpus: 24, mem_gib: 96 }
  const history = every(24, { cpu: 10, memTotal: 96 })
  expect(suggested(history, odd)).toMatchObject({ n_vcpus: 16, mem_gib: 64 })
})

test('nothing is smaller than the smallest', () => {
  const least = { ...instance, n_vcpus: 1, mem_gib: 1 }
  expect(suggested(every(24, { cpu: 0, memUsed: 0, memTotal: 1 }), least)).toBeNull()
})

test('without a size there is no smaller one', () => {
  for (const size of [{ n_vcpus: null }, { mem_gib: null }, { n_vcpus: 0 }, { mem_gib: 0 }])
    expect(suggested(every(24, { cpu: 0, memUsed: 0, memTotal: null }), { ...instance, ...size })).toBeNull()
})

test('a reading counts that does not say how much memory there is, or nearly as much, within a day', () => {
  expect(suggested(every(24, { memTotal: null }))).not.toBeNull()
  expect(suggested(every(24, { memTotal: 63 }))).not.toBeNull()
  expect(suggested(every(24, { memTotal: 64 * 1.02 }))).toBeNull()
  expect(suggested(every(24, { memUsed: null }))).toBeNull()
  const [first, ...rest] = every(24)
  const busy = { ...first, cpu: 99, memUsed: 60 }
  expect(suggested([Object.assign({}, first, busy), ...rest])).toBeNull()
  expect(suggested([Object.assign({}, first, busy, { at: now - DAY - 1 }), ...rest])).not.toBeNull()
  const ahead = Object.assign({}, first, busy, { at: now + HOUR })
  expect(suggested([...every(24), ahead])).not.toBeNull()
})

test('what is not known to save is not suggested', () => {
  expect(suggested(every(24), { ...instance, vcpu_cost_hourly_usd: null })).toBeNull()
})

test('what is suggested is smaller, holds the peaks, and saves', () => {
  const history = fc.record({ cpu: fc.double({ min: 0, max: 100, noNaN: true }), memUsed: fc.nat(64) })
  fc.assert(
    fc.property(anyInstance, history, (odd, use) => {
      const found = rightSize(odd, every(DAY / HOUR, { ...use, memTotal: null }, 5 * MINUTE), now)
      if (found === null) return
      const { n_vcpus: vcpus, mem_gib: memory } = odd
      expect(found.n_vcpus).toBeLessThanOrEqual(vcpus ?? 0)
      expect(found.mem_gib).toBeLessThanOrEqual(memory ?? 0)
      expect(found.saves.known).toBeGreaterThan(0n)
      if (found.mem_gib !== memory) expect(use.memUsed).toBeLessThanOrEqual(found.mem_gib * 0.75)
    }),
  )
})
