import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { downsample, splitGaps, type Point } from './series.ts'

const series = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 60_000 }),
      value: fc.option(fc.double({ noNaN: true, min: 0, max: 100 })),
    }),
    { maxLength: 400 },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ step, value }): Point => {
      at += step
      return { at, value }
    })
  })
const measured = (points: readonly Point[]): number[] =>
  points.flatMap(({ value }) => (value === null ? [] : [value]))

describe('gaps', () => {
  test('a long silence becomes a hole', () => {
    const points = [
      { at: 0, value: 1 },
      { at: 3000, value: 2 },
      { at: 60_000, value: 3 },
    ]
    expect(splitGaps(points, 10_000)).toEqual([
      { at: 0, value: 1 },
      { at: 3000, value: 2 },
      { at: 13_000, value: null },
      { at: 60_000, value: 3 },
    ])
    expect(splitGaps(points, 57_000)).toEqual(points)
  })

  test('no point is lost or moved, and none stays silently apart', () => {
    fc.assert(
      fc.property(series, (points) => {
        const split = splitGaps(points, 10_000)
        expect(split.filter((point) => points.includes(point))).toEqual(points)
        for (const [index, point] of split.entries()) {
          const before = split[index - 1]
          if (before !== undefined && before.value !== null && point.value !== null)
            expect(point.at - before.at).toBeLessThanOrEqual(10_000)
          if (before !== undefined) expect(point.at).toBeGreaterThanOrEqual(before.at)
        }
      }),
    )
  })
})

describe('downsampling', () => {
  const max = 60

  test('leaves a short series as it is', () => {
    const points = [{ at: 0, value: 1 }]
    expect(downsample(points, max)).toEqual(points)
    const full = Array.from({ length: max }, (_, at) => ({ at, value: 7 }))
    expect(downsample(full, max)).toEqual(full)
    expect(downsample([...full, { at: max, value: 7 }], max).length).toBeLessThan(max)
  })

  test('keeps the ends, and of even stretches between them the lowest, the highest and the last hole', () => {
    const kept = (valueAt: (at: number) => number | null) =>
      downsample(
        Array.from({ length: 21 }, (_, at) => ({ at, value: valueAt(at) })),
        8,
      ).map(({ at }) => at)
    expect(kept((at) => at)).toEqual([0, 1, 9, 10, 19, 20])
    expect(kept((at) => -at)).toEqual([0, 1, 9, 10, 19, 20])
    expect(kept(() => 5)).toEqual([0, 1, 10, 20])
    expect(kept(() => null)).toEqual([0, 9, 19, 20])
    const peaks = new Map([
      [4, 9],
      [7, 1],
      [13, 9],
      [16, 1],
    ])
    expect(kept((at) => peaks.get(at) ?? 5)).toEqual([0, 4, 7, 13, 16, 20])
    expect(kept((at) => (at % 2 === 0 ? null : Math.abs(at - 5)))).toEqual([0, 1, 5, 8, 11, 18, 19, 20])
  })

  test('keeps at most so many points, in order, all of them real', () => {
    fc.assert(
      fc.property(series, (points) => {
        const fewer = downsample(points, max)
        expect(fewer.length).toBeLessThanOrEqual(max)
        expect(points.filter((point) => fewer.includes(point))).toEqual(fewer)
      }),
    )
  })

  test('keeps both ends, the highest and the lowest', () => {
    fc.assert(
      fc.property(series, (points) => {
        const fewer = downsample(points, max)
        expect(fewer.at(0)).toEqual(points.at(0))
        expect(fewer.at(-1)).toEqual(points.at(-1))
        expect(Math.max(...measured(fewer))).toBe(Math.max(...measured(points)))
        expect(Math.min(...measured(fewer))).toBe(Math.min(...measured(points)))
      }),
    )
  })

  test('keeps a hole wherever a stretch has one', () => {
    const points = Array.from({ length: 1000 }, (_, at) => ({ at, value: at === 500 ? null : at }))
    expect(downsample(points, max).filter(({ value }) => value === null)).toHaveLength(1)
  })
})
