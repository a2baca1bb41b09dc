import { beforeEach, expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { lastFleetOf } from '#features/fleet/last-rows.ts'

import { forgetLastFleets, hasLastFleet, lastFleetBytes, writeLastFleet } from './last-fleet.ts'

const rows = lastFleetOf([anInstance({ name: 'x'.repeat(5000), flavor: 'z'.repeat(5000) })], {
  density: 'comfortable',
  columns: null,
})
const stored = () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage).map((name) => `tab ${name}`),
]

beforeEach(() => {
  writeLastFleet('c-1', undefined, null)
})

test('rows are stored where the key is, and nowhere else', () => {
  writeLastFleet('c-1', 'device', rows)
  expect(stored()).toEqual(['hatteras:last-fleet:c-1'])
  writeLastFleet('c-1', 'tab', rows)
  expect(stored()).toEqual(['tab hatteras:last-fleet:c-1'])
  writeLastFleet('c-1', 'page', rows)
  expect(stored()).toEqual([])
})

test('the longest names and kinds are read again by the next page', async () => {
  writeLastFleet('c-1', 'tab', rows)
  vi.resetModules()
  const next = await import('./last-fleet.ts')
  expect(next.hasLastFleet('c-1')).toBe(true)
})

test('they are weighed, and forgotten, in both places', () => {
  writeLastFleet('c-1', 'device', rows)
  const one = lastFleetBytes()
  expect(one).toBeGreaterThan(100)
  writeLastFleet('c-2', 'tab', rows)
  expect(lastFleetBytes()).toBe(2 * one)
  forgetLastFleets()
  expect(lastFleetBytes()).toBe(0)
  expect(hasLastFleet('c-1')).toBe(false)
})
