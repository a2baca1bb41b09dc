import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { fromStats, idleSince, type UsageSample } from './usage.ts'

const minute = 60_000
const sample = (minutes: number, cpu: number | null): UsageSample => ({
  at: minutes * minute,
  cpu,
  memUsed: 1,
  memTotal: 4,
  diskUsed: 10,
  diskTotal: 50,
})
const every = (from: number, to: number, step: number, cpu: number | null) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => sample(from + index * step, cpu))

test('a reading becomes a sample', () => {
  const stats = {
    cpu_percent: 45.2,
    mem_used_gib: 12.4,
    mem_total_gib: 16,
    disk_used_gib: 38.7,
    disk_total_gib: null,
  }
  expect(fromStats(stats, 7)).toEqual({
    at: 7,
    cpu: 45.2,
    memUsed: 12.4,
    memTotal: 16,
    diskUsed: 38.7,
    diskTotal: null,
  })
})

describe('idle', () => {
  test('is half an hour of next to no CPU', () => {
    expect(idleSince(every(0, 30, 1, 2), 30 * minute)).toBe(0)
    expect(idleSince(every(0, 29, 1, 2), 29 * minute)).toBeNull()
    expect(idleSince(every(0, 180, 5, 0), 180 * minute)).toBe(0)
  })

  test('begins after the last time it worked', () => {
    const samples = [...every(0, 20, 1, 80), ...every(21, 60, 1, 3)]
    expect(idleSince(samples, 60 * minute)).toBe(21 * minute)
  })

  test('is over with one busy reading', () => {
    expect(idleSince([...every(0, 59, 1, 1), sample(60, 5)], 60 * minute)).toBeNull()
  })

  test('is not presumed where nothing was seen', () => {
    expect(idleSince([], 0)).toBeNull()
    expect(idleSince([sample(0, 1), sample(40, 1)], 40 * minute)).toBeNull()
    expect(idleSince(every(0, 30, 1, null), 30 * minute)).toBeNull()
    expect(idleSince(every(0, 30, 1, 1), 40 * minute)).toBeNull()
  })

  test('never begins in the future or before the first reading', () => {
    const samples = fc
      .array(fc.record({ minutes: fc.nat(200), cpu: fc.option(fc.double({ min: 0, max: 8, noNaN: true })) }))
      .map((readings) => readings.toSorted((a, b) => a.minutes - b.minutes))
      .map((readings) => readings.map(({ minutes, cpu }) => sample(minutes, cpu)))
    fc.assert(
      fc.property(samples, (readings) => {
        const now = (readings.at(-1)?.at ?? 0) + minute
        const since = idleSince(readings, now)
        if (since === null) return
        expect(now - since).toBeGreaterThanOrEqual(30 * minute)
        for (const { at, cpu } of readings) if (at >= since) expect(cpu ?? 0).toBeLessThan(5)
      }),
    )
  })
})
