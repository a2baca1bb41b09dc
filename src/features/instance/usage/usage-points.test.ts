import { describe, expect, it } from 'vitest'

import { MINUTE, SECOND } from '#lib/time.ts'
import type { UsageHistory, UsageSample } from '#model/usage/usage.ts'

import { usagePoints } from './usage-points.ts'

const noon = Date.UTC(2026, 8, 14, 12)
const nothing = { memUsed: null, memTotal: null, diskUsed: null, diskTotal: null }
const every = (ms: number, count: number, cpu: (index: number) => number | null): UsageHistory =>
  Array.from({ length: count }, (_, index) => ({ at: noon + index * ms, cpu: cpu(index), ...nothing }))
const cpu = (sample: UsageSample) => sample.cpu

describe('what a chart draws', () => {
  it('is what lies inside the window', () => {
    const readings = every(3 * SECOND, 10, (index) => index)
    const drawn = usagePoints(readings, cpu, { from: noon + 6 * SECOND, to: noon + 12 * SECOND, step: 0 })
    expect(drawn.map(({ value }) => value)).toEqual([2, 3, 4])
  })

  it('leaves a hole open, and joins readings that were remembered ten seconds apart', () => {
    const before = every(10 * SECOND, 3, () => 40)
    const after = before.map((sample) => ({ ...sample, at: sample.at + 5 * MINUTE }))
    const drawn = usagePoints([...before, ...after], cpu, { from: noon, to: noon + 10 * MINUTE, step: 0 })
    expect(drawn.map(({ value }) => value)).toEqual([40, 40, 40, null, 40, 40, 40])
  })

  it('joins readings that came every four minutes where an axis is a day, and leaves its longer holes', () => {
    const before = every(4 * MINUTE, 30, (index) => index)
    const after = before.map((sample) => ({ ...sample, at: sample.at + 300 * MINUTE }))
    const window = { from: noon, to: noon + 24 * 60 * MINUTE, step: 24 * MINUTE }
    const drawn = usagePoints([...before, ...after], cpu, window)
    expect(drawn.filter(({ value }) => value === null)).toHaveLength(1)
    expect(usagePoints(before, cpu, { ...window, step: MINUTE }).some(({ value }) => value === null)).toBe(
      true,
    )
  })

  it('keeps spikes, holes and the newest reading of a long window', () => {
    const readings = every(3 * SECOND, 1200, (index) => (index === 617 ? 97 : 10))
    const drawn = usagePoints(readings, cpu, { from: noon, to: noon + 60 * MINUTE, step: MINUTE })
    expect(drawn.length).toBeLessThanOrEqual(125)
    expect(Math.max(...drawn.map(({ value }) => value ?? 0))).toBe(97)
    expect(drawn.at(-1)?.at).toBe(readings.at(-1)?.at)
  })

  it('draws the past the same as the window moves on', () => {
    const readings = every(3 * SECOND, 400, (index) => (index * 37) % 100)
    const window = (end: number) =>
      usagePoints(readings, cpu, { from: noon, to: noon + end, step: MINUTE }).filter(
        ({ at }) => at < noon + 10 * MINUTE,
      )
    expect(window(15 * MINUTE + 7 * SECOND)).toEqual(window(15 * MINUTE))
  })

  it('draws a flat stretch from its first to its last reading', () => {
    const drawn = usagePoints(
      every(3 * SECOND, 5, () => 12),
      cpu,
      { from: noon, to: noon + MINUTE, step: MINUTE },
    )
    expect(drawn.map(({ at }) => at - noon)).toEqual([0, 12 * SECOND])
  })

  it('shows a reading that lacks this figure as a hole', () => {
    const readings = every(3 * SECOND, 5, (index) => (index < 2 ? null : 30 + index))
    const drawn = usagePoints(readings, cpu, { from: noon, to: noon + MINUTE, step: MINUTE })
    expect(drawn.map(({ value }) => value)).toEqual([null, 32, 34])
  })
})
