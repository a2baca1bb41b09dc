import { describe, expect, it } from 'vitest'

import { MINUTE, SECOND } from '#lib/time.ts'

import { axisEnd, isOverdue, startDots } from './start-progress.ts'

const usual = (...seconds: number[]) => {
  const starts = seconds.map((one) => one * SECOND)
  return { starts, from: Math.min(...starts), to: Math.max(...starts), median: starts[0] ?? 0 }
}

describe('a start', () => {
  it('is overdue past three times the slowest usual one, and not within two minutes', () => {
    expect(isOverdue(119 * SECOND, usual(10, 20, 15))).toBe(false)
    expect(isOverdue(121 * SECOND, usual(10, 20, 15))).toBe(true)
    expect(isOverdue(170 * SECOND, usual(10, 60, 15))).toBe(false)
    expect(isOverdue(181 * SECOND, usual(10, 60, 15))).toBe(true)
  })

  it('has ten minutes where nobody knows what is usual', () => {
    expect(isOverdue(9 * MINUTE, null)).toBe(false)
    expect(isOverdue(11 * MINUTE, null)).toBe(true)
  })

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
