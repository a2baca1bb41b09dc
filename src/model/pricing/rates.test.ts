import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sum, usd, type Usd } from '#lib/money.ts'

import { gpuLabel } from '../instance/gpus.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'
import {
  estimate,
  noOverrides,
  publishedPrices,
  type RateOverrides,
  ratesFor,
  type RateTarget,
  tierKey,
  withOverride,
} from './rates.ts'

const nothing = { overrides: noOverrides, instances: [], listPrices: publishedPrices }
const general = { cpu_tier: 'general-purpose', gpu_model: null }
const high = { cpu_tier: 'high-performance', gpu_model: null }

const older = anInstance({
  uuid: '1',
  name: 'older',
  cpu_tier: 'high-performance',
  vcpu_cost_hourly_usd: 0.02,
})
const newer = anInstance({
  uuid: '2',
  name: 'newer',
  cpu_tier: 'high-performance',
  vcpu_cost_hourly_usd: 0.015,
  created_at: '2026-01-01T00:00:00Z',
})

describe('where a rate comes from', () => {
  test('the published prices, dated, for general purpose', () => {
    expect(ratesFor(general, nothing).vcpu).toEqual({
      rate: usd(0.005),
      source: { kind: 'list', dated: '2026-09' },
    })
  })

  test('nobody, for another tier: unknown', () => {
    expect(ratesFor(high, nothing)).toEqual({
      vcpu: null,
      ram: null,
      storage: null,
      gpu: null,
      sentieon: null,
    })
  })

  test('the newest own instance of the tier, before the published prices', () => {
    const { vcpu } = ratesFor(high, { ...nothing, instances: [older, newer] })
    expect(vcpu).toEqual({
      rate: usd(0.015),
      source: { kind: 'instance', name: 'newer', uuid: '2', createdAt: Date.UTC(2026, 0, 1) },
    })
    expect(ratesFor(general, { ...nothing, instances: [older, newer] }).vcpu?.source.kind).toBe('list')
  })

  test('an older instance where the newest does not say, or says 0', () => {
    for (const silent of [null, 0]) {
      const instances = [older, { ...newer, vcpu_cost_hourly_usd: silent }]
      expect(ratesFor(high, { ...nothing, instances }).vcpu?.rate).toBe(usd(0.02))
    }
  })

  test('the user’s own rate, before all', () => {
    const overrides = { tiers: { 'high-performance': { vcpu: usd(0.01) } }, gpus: {} }
    const rates = ratesFor(high, { ...nothing, overrides, instances: [newer] })
    expect(rates.vcpu).toEqual({ rate: usd(0.01), source: { kind: 'override' } })
    expect(rates.ram?.source.kind).toBe('instance')
  })
})

describe('the rate of a GPU', () => {
  const wanted = { cpu_tier: 'general-purpose', gpu_model: 'RTX 5090' }
  const gpu = anInstance({ n_gpus: 1, gpu_model: 'NVIDIA GeForce RTX 5090', gpu_cost_hourly_usd: 0.9 })

  test('is told by an instance with the same model under any of its names, whatever its tier', () => {
    const instances = [{ ...gpu, cpu_tier: 'high-performance' }]
    expect(ratesFor(wanted, { ...nothing, instances }).gpu?.rate).toBe(usd(0.9))
  })

  test('is told by one of the same tier before a newer one of another', () => {
    const newer = {
      ...gpu,
      cpu_tier: 'high-performance',
      gpu_cost_hourly_usd: 1.1,
      created_at: '2026-01-01T00:00:00Z',
    }
    expect(ratesFor(wanted, { ...nothing, instances: [newer, gpu] }).gpu?.rate).toBe(usd(0.9))
  })

  test('is not told by another model, by an instance without a GPU, or by a list', () => {
    const others = [{ ...gpu, gpu_model: 'rtx-4090' }, { ...gpu, n_gpus: 0 }, anInstance()]
    expect(ratesFor(wanted, { ...nothing, instances: others }).gpu).toBeNull()
  })

  test('can be the user’s own', () => {
    const overrides = { tiers: {}, gpus: { 'RTX 5090': usd(0.8) } }
    expect(ratesFor({ ...wanted, gpu_model: 'rtx-5090' }, { ...nothing, overrides }).gpu).toEqual({
      rate: usd(0.8),
      source: { kind: 'override' },
    })
    expect(ratesFor({ ...wanted, gpu_model: null }, { ...nothing, overrides }).gpu).toBeNull()
  })
})

test('Sentieon’s fee is that of an own instance with it, of the same tier where there is one, and else unknown', () => {
  const fee = (fields: object) => anInstance({ sentieon_hourly_cost_usd: 0.25, ...fields })
  const other = fee({ uuid: '3', sentieon_hourly_cost_usd: 0.4, created_at: '2026-02-01T00:00:00Z' })
  const stopped = fee({ uuid: '4', cpu_tier: 'high-performance', state: 'exited' })
  const rates = (...instances: (typeof older)[]) => ratesFor(high, { ...nothing, instances }).sentieon?.rate
  expect(rates(older)).toBeUndefined()
  expect(rates(older, other)).toBe(usd(0.4))
  expect(rates(older, other, stopped)).toBe(usd(0.25))
})

describe('an estimate', () => {
  const size = { n_vcpus: 1, mem_gib: 2, disk_size_gib: 10, n_gpus: 0, flavor: 'base' }

  test('of the advertised size gives the advertised price', () => {
    const { running, stopped } = estimate({ ...size, disk_size_gib: 0 }, ratesFor(general, nothing))
    expect(running).toMatchObject({ known: usd(0.015), unknown: [] })
    expect(stopped.known).toBe(0n)
  })

  test('names what it does not know, and counts the rest', () => {
    const { running } = estimate({ ...size, n_gpus: 1 }, ratesFor(general, nothing))
    expect(running).toMatchObject({ known: usd(0.016), unknown: ['gpu'] })
    expect(estimate({ ...size, n_vcpus: null }, ratesFor(general, nothing)).running.unknown).toEqual(['vcpu'])
    expect(estimate(size, ratesFor(high, nothing)).running.unknown).toEqual(['vcpu', 'ram', 'storage'])
  })

  test('of genomics has Sentieon’s fee, or says that it is unknown', () => {
    const genomics = { ...size, flavor: 'genomics' }
    expect(estimate(genomics, ratesFor(general, nothing)).running).toMatchObject({
      known: usd(0.016),
      unknown: ['sentieon'],
    })
    const instances = [anInstance({ ...older, sentieon_hourly_cost_usd: 0.25 })]
    const { running, stopped } = estimate(genomics, ratesFor(general, { ...nothing, instances }))
    expect(running).toMatchObject({ known: usd(0.266), unknown: [] })
    expect(stopped.lines.map(({ part }) => part)).toEqual(['storage'])
  })

  test('adds up to its lines for any fleet the rates come from', () => {
    fc.assert(
      fc.property(fc.array(anyInstance), fc.nat(256), (instances, vcpus) => {
        const rates = ratesFor({ ...general, gpu_model: 'RTX 5090' }, { ...nothing, instances })
        const { running, stopped } = estimate({ ...size, n_vcpus: vcpus, n_gpus: 1 }, rates)
        for (const { lines, known } of [running, stopped])
          expect(sum(lines.map(({ amount }) => amount ?? 0n))).toBe(known)
        expect(running.known >= stopped.known).toBe(true)
      }),
    )
  })
})

/** The user's own rate, or null where none is set. */
const overrideOf = ({ gpus, tiers }: RateOverrides, target: RateTarget): Usd | null =>
  target.kind === 'gpu'
    ? (new Map(Object.entries(gpus)).get(gpuLabel(target.model) ?? '') ?? null)
    : (new Map(Object.entries(tiers)).get(tierKey(target.tier))?.[target.part] ?? null)

const target: fc.Arbitrary<RateTarget> = fc.oneof(
  fc.record({
    kind: fc.constant('tier' as const),
    tier: fc.constantFrom('general-purpose', 'High performance', '__proto__', 'constructor'),
    part: fc.constantFrom('vcpu', 'ram', 'storage'),
  }),
  fc.record({ kind: fc.constant('gpu' as const), model: fc.constantFrom('rtx-5090', 'H200', 'toString') }),
)
const rate = fc.bigInt({ min: 1n, max: 10n ** 12n })

test('a tier is filed under one word, however it is written', () => {
  expect(['High performance', 'high-performance', 'HIGH _ performance', null].map(tierKey)).toEqual([
    'high-performance',
    'high-performance',
    'high-performance',
    '',
  ])
})

describe('a rate of one’s own', () => {
  test('is one of several, which stay', () => {
    const set = (overrides: RateOverrides, part: 'vcpu' | 'ram', amount: Usd | null) =>
      withOverride(overrides, { kind: 'tier', tier: 'general-purpose', part }, amount)
    const both = set(set(noOverrides, 'vcpu', 1n), 'ram', 2n)
    expect(both.tiers).toEqual({ 'general-purpose': { vcpu: 1n, ram: 2n } })
    expect(set(both, 'ram', null).tiers).toEqual({ 'general-purpose': { vcpu: 1n } })
    const gpus = withOverride(
      withOverride(both, { kind: 'gpu', model: 'H200' }, 3n),
      { kind: 'gpu', model: 'A1' },
      4n,
    )
    expect(gpus).toEqual({ ...both, gpus: { H200: 3n, A1: 4n } })
  })

  test('is what was set, and taken away leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(target, rate)), target, rate, (before, what, amount) => {
        const overrides = before.reduce<RateOverrides>((all, [t, r]) => withOverride(all, t, r), noOverrides)
        const set = withOverride(overrides, what, amount)
        expect(overrideOf(set, what)).toBe(amount)
        expect(overrideOf(withOverride(set, what, null), what)).toBeNull()
        expect(withOverride(withOverride(noOverrides, what, amount), what, null)).toEqual(noOverrides)
      }),
    )
  })

  test('is the one that prices are made from, whatever the GPU is called', () => {
    const tier = { kind: 'tier', tier: 'high-performance', part: 'vcpu' } as const
    const gpu = { kind: 'gpu', model: 'NVIDIA GeForce RTX 5090' } as const
    const overrides = withOverride(withOverride(noOverrides, tier, usd(0.02)), gpu, usd(0.9))
    const rates = ratesFor(
      { cpu_tier: 'high-performance', gpu_model: 'rtx-5090' },
      { overrides, instances: [], listPrices: publishedPrices },
    )
    expect([rates.vcpu?.rate, rates.gpu?.rate, rates.ram]).toEqual([usd(0.02), usd(0.9), null])
  })
})
