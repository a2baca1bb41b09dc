import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { type Usd, usd } from '#lib/money.ts'

import { gpuLabel } from '../instance/gpus.ts'
import { withOverride, type RateTarget } from './rate-overrides.ts'
import { noOverrides, publishedPrices, ratesFor, type RateOverrides, tierKey } from './rates.ts'

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

describe('a rate of one’s own', () => {
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
