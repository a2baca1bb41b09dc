import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE } from '#lib/time.ts'

import { timeTicks } from './time-axis.tsx'

const noon = Date.UTC(2026, 8, 14, 12)
const clock = (at: number) => new Date(at).toISOString().slice(11, 16)

describe('labels of the time axis', () => {
  it('are round times of the day', () => {
    const now = noon + 19 * MINUTE
    expect(timeTicks(now - 15 * MINUTE, now, 0).map((at) => clock(at))).toEqual(['12:05', '12:10', '12:15'])
    expect(timeTicks(now - HOUR, now, 0).map((at) => clock(at))).toEqual(['11:30', '11:45', '12:00'])
    expect(timeTicks(now - 24 * HOUR, now, 0).map((at) => clock(at))).toEqual(['18:00', '00:00', '06:00'])
  })

  it("are round in the reader's own zone", () => {
    const inKathmandu = timeTicks(noon - HOUR, noon, -345)
    expect(inKathmandu.map((at) => clock(at + 345 * MINUTE))).toEqual(['17:00', '17:15', '17:30'])
  })

  it('leave room for the label of the end', () => {
    const at = timeTicks(noon - 15 * MINUTE - 1000, noon + 1000, 0)
    expect(at.every((tick) => noon - tick >= 1.8 * MINUTE)).toBe(true)
  })

  it('are at most four, and none for a window that is none', () => {
    for (let minutes = 1; minutes < 3000; minutes += 7) {
      expect(timeTicks(noon - minutes * MINUTE, noon, 0).length).toBeLessThanOrEqual(4)
    }
    expect(timeTicks(noon, noon, 0)).toEqual([])
  })
})
