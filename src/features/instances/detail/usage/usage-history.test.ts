import { describe, expect, it } from 'vitest'

import { DAY, HOUR, SECOND } from '#lib/time.ts'
import type { UsageSample } from '#model/usage.ts'

import { joined, type UsageHistory, withSample } from './usage-history.ts'

const noon = Date.UTC(2026, 8, 14, 12)
const sample = (at: number): UsageSample => ({
  at,
  cpu: 41,
  memUsed: 12,
  memTotal: 64,
  diskUsed: 38,
  diskTotal: 500,
})

describe('the history of usage', () => {
  it('grows by readings that are newer, and by no reading twice', () => {
    const first = withSample([], sample(noon))
    expect(withSample(first, sample(noon))).toBe(first)
    expect(withSample(first, sample(noon - SECOND))).toBe(first)
    expect(withSample(first, sample(noon + 3 * SECOND))).toHaveLength(2)
  })

  it('stays bounded on a page that is open for days', () => {
    const dayOld = Array.from({ length: 12_000 }, (_, index) => sample(noon - 10 * HOUR + index * 3 * SECOND))
    const after = withSample(dayOld, sample(noon))
    const lastHour = after.filter(({ at }) => noon - at <= HOUR)
    expect(lastHour.length).toBe(1201)
    expect(after.length - lastHour.length).toBeLessThan(3000)
    expect(withSample([sample(noon - DAY - SECOND)], sample(noon))).toEqual([sample(noon)])
  })

  it('joins what was remembered with what was read meanwhile, in the order of time', () => {
    const remembered: UsageHistory = [sample(noon), sample(noon + 10 * SECOND)]
    const read: UsageHistory = [sample(noon + 10 * SECOND), sample(noon + 13 * SECOND)]
    expect(joined(remembered, read).map(({ at }) => (at - noon) / SECOND)).toEqual([0, 10, 13])
  })
})
