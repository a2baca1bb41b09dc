import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sizeLimits } from '#contract/vocabulary.ts'

import { nearestTick, nextTick, sliderPosition, sliderTicks } from './slider-scale.ts'

const fields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

test.each(fields)('the marks of %s begin and end at its limits', (field) => {
  const { min, max } = sizeLimits[field]
  expect([sliderTicks[field][0], sliderTicks[field].at(-1)]).toEqual([min, max])
  expect([sliderPosition(field, min), sliderPosition(field, max)]).toEqual([0, 1])
})

test('equal distances are equal ratios', () => {
  expect(sliderPosition('n_vcpus', 16)).toBe(0.5)
  expect(sliderPosition('n_vcpus', 12)).toBeCloseTo(Math.log2(12) / 8)
  expect(sliderPosition('disk_size_gib', 50)).toBeCloseTo(2 / 7)
})

test('more is never further left, and what is beyond the limits stays at its end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.integer({ min: -5, max: 3000 }),
      fc.nat(3000),
      (field, low, more) => {
        const [a, b] = [sliderPosition(field, low), sliderPosition(field, low + more)]
        return a <= b && a >= 0 && b <= 1
      },
    ),
  )
})

test('a step leads to the next mark, also from a number between two', () => {
  expect(nextTick('n_vcpus', 12, 1)).toBe(16)
  expect(nextTick('n_vcpus', 12, -1)).toBe(8)
  expect(nextTick('n_vcpus', 16, 1)).toBe(32)
  expect(nextTick('n_vcpus', 16, -1)).toBe(8)
  expect(nextTick('n_vcpus', 256, 1)).toBe(256)
  expect(nextTick('disk_size_gib', 10, -1)).toBe(10)
  expect(sliderTicks.n_vcpus[nearestTick('n_vcpus', 12)]).toBe(16)
  expect(sliderTicks.mem_gib[nearestTick('mem_gib', 60)]).toBe(64)
})
