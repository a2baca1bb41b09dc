import { describe, expect, it } from 'vitest'

import { MINUTE, SECOND } from '#lib/time.ts'

import { axisEnd, startDots } from './start-progress.ts'

const usual = (...seconds: number[]) => {
  const starts = seconds.map((one) => one * SECOND)
  return { starts, from: Math.min(...starts), to: Math.max(...starts), median: starts[0] ?? 0 }
}

describe('a start', () => {
  it('has an axis of a minute that doubles', () => {
    expect(axisEnd(0, null)).toBe(MINUTE)
    expect(axisEnd(50 * SECOND, null)).toBe(MINUTE)
    expect(axisEnd(59 * SECOND, null)).toBe(2 * MINUTE)
    expect(axisEnd(18 * MINUTE, null)).toBe(32 * MINUTE)
    expect(axisEnd(0, usual(70, 40, 50))).toBe(2 * MINUTE)
  })

  it('puts starts of the same length above one another', () => {
    expect(startDots(usual(30, 30, 45), MINUTE)).toEqual([
      { x: 0.5, level: 0 },
      { x: 0.5, level: 1 },
      { x: 0.75, level: 0 },
    ])
  })
})
