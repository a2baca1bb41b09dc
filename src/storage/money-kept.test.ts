import { beforeEach, describe, expect, it, vi } from 'vitest'

import { usd } from '#lib/money.ts'
import { memoryStore, type TextStore } from '#lib/text-store.ts'

let store: TextStore

beforeEach(() => {
  store = memoryStore()
  vi.resetModules()
  vi.stubGlobal('localStorage', store)
  vi.stubGlobal('addEventListener', vi.fn<typeof globalThis.addEventListener>())
  vi.stubGlobal('removeEventListener', vi.fn<typeof globalThis.removeEventListener>())
})

describe('the rates of one’s own', () => {
  it('are kept to the nano-dollar, for one account', async () => {
    const { rateOverrides } = await import('./money.ts')
    const rates = { tiers: { 'high-performance': { vcpu: 1n } }, gpus: { 'RTX 5090': usd(0.9) } }
    rateOverrides.of('a').write(rates)
    expect(store.getItem('hatteras:rates:a')).toBe(
      '{"tiers":{"high-performance":{"vcpu":"0.000000001"}},"gpus":{"RTX 5090":"0.9"}}',
    )
    vi.resetModules()
    const again = await import('./money.ts')
    expect(again.rateOverrides.of('a').read()).toEqual(rates)
    expect(again.rateOverrides.of('b').read()).toEqual({ tiers: {}, gpus: {} })
  })

  it.each(['{"tiers":{"x":{"vcpu":"0"}},"gpus":{}}', '{"tiers":{},"gpus":{"x":"free"}}'])(
    'are none where storage holds %s',
    async (stored) => {
      store.setItem('hatteras:rates:a', stored)
      const { rateOverrides } = await import('./money.ts')
      expect(rateOverrides.of('a').read()).toEqual({ tiers: {}, gpus: {} })
    },
  )
})

describe('the budget', () => {
  it('is kept as a decimal, and taken away by null', async () => {
    const { monthlyBudget } = await import('./money.ts')
    const budget = monthlyBudget.of('a')
    expect(budget.read()).toBeNull()
    budget.write(usd(149.5))
    expect(store.getItem('hatteras:budget:a')).toBe('"149.5"')
    budget.write(null)
    expect(store.getItem('hatteras:budget:a')).toBeNull()
  })
})

describe('since when states are seen', () => {
  it('is kept for one account', async () => {
    const { statesSeen } = await import('./instances.ts')
    statesSeen.of('a').write([{ uuid: '1', state: 'error', since: 5 }])
    vi.resetModules()
    const again = await import('./instances.ts')
    expect(again.statesSeen.of('a').read()).toEqual([{ uuid: '1', state: 'error', since: 5 }])
    expect(again.statesSeen.of('b').read()).toEqual([])
  })
})

describe('what was dismissed', () => {
  it('is kept for one account', async () => {
    const { dismissals } = await import('./instances.ts')
    dismissals.of('a').write([{ key: 'idle:1', at: 5 }])
    expect(dismissals.of('a').read()).toEqual([{ key: 'idle:1', at: 5 }])
    expect(dismissals.of('b').read()).toEqual([])
  })
})
