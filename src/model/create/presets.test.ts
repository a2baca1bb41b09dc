import { expect, test } from 'vitest'

import { pageFlavors, sizeLimits } from '#contract/vocabulary.ts'

import { presetsFor, usualSizes } from './presets.ts'

test('every ready size is within the limits, and each is more than the one before', () => {
  for (const flavor of [...pageFlavors, 'something-new']) {
    const presets = presetsFor(flavor)
    for (const [index, preset] of presets.entries()) {
      for (const field of ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const) {
        expect(preset[field]).toBeGreaterThanOrEqual(sizeLimits[field].min)
        expect(preset[field]).toBeLessThanOrEqual(sizeLimits[field].max)
      }
      expect(preset.n_vcpus).toBeGreaterThan(presets[index - 1]?.n_vcpus ?? 0)
    }
    expect(presets).toHaveLength(4)
  }
})

test.each([
  ['marimo', 50, 100],
  ['datascience', 200, 500],
  ['genomics', 500, 1000],
])('disks for %s follow the service’s own advice', (flavor, least, most) => {
  const disks = presetsFor(flavor).map((preset) => preset.disk_size_gib)
  expect(Math.min(...disks)).toBe(least)
  expect(Math.max(...disks)).toBe(most)
})

test('the usual sizes of a flavor lie within its limits, and a plain machine has none', () => {
  expect(usualSizes('base')).toBeNull()
  expect(usualSizes('rstudioserver')).toEqual({
    n_vcpus: [8, 16],
    mem_gib: [32, 64],
    disk_size_gib: [100, 500],
  })
  for (const flavor of pageFlavors)
    for (const [field, [least, most]] of Object.entries(usualSizes(flavor) ?? {})) {
      expect(least).toBeLessThan(most)
      expect(most, field).toBeLessThanOrEqual(2000)
    }
})

test('the four sizes have their names', () => {
  expect(presetsFor('base').map(({ id, label }) => [id, label])).toEqual([
    ['small', 'Small'],
    ['medium', 'Medium'],
    ['large', 'Large'],
    ['x-large', 'X-large'],
  ])
})
