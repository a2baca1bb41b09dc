import { expect, test } from 'vitest'

import { nearestIndex, pointForKey } from './reading-area.tsx'

const points = [0, 10, 20, 30].map((at) => ({ at, value: at === 20 ? null : at }))
const after = (key: string, at: number) => pointForKey(key, points, at)?.at

test('the crosshair stands at the point nearest in time', () => {
  expect(nearestIndex(points, 13)).toBe(1)
  expect(nearestIndex(points, 99)).toBe(3)
  expect(nearestIndex([], 13)).toBe(-1)
})

test('arrows lead from point to point, a gap included, and no further than the ends', () => {
  expect(after('ArrowLeft', 30)).toBe(20)
  expect(after('ArrowRight', 20)).toBe(30)
  expect(after('ArrowRight', 30)).toBe(30)
  expect(after('ArrowLeft', 0)).toBe(0)
})

test('Home and End lead to the ends, Page keys in long strides', () => {
  expect(after('Home', 20)).toBe(0)
  expect(after('End', 0)).toBe(30)
  expect(after('PageDown', 30)).toBe(0)
})

test('other keys, and a chart without points, lead nowhere', () => {
  expect(after('a', 20)).toBeUndefined()
  expect(pointForKey('ArrowLeft', [], 20)).toBeNull()
})
