import { beforeEach, expect, test, vi } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { lastFleetOf } from '#features/fleet/last-rows.ts'

import type { DatabaseProblem } from './database-connection.ts'
import { forgetLastFleets, hasLastFleet, lastFleetBytes, writeLastFleet } from './last-fleet.ts'

const browser = vi.hoisted(() => ({ hasDatabases: true, problem: null as DatabaseProblem | null }))
vi.mock('./database.ts', () => ({
  hasDatabases: () => browser.hasDatabases,
  databaseProblem: () => browser.problem,
}))

const rows = lastFleetOf([anInstance({ name: 'x'.repeat(5000), flavor: 'z'.repeat(5000) })], {
  density: 'comfortable',
  columns: null,
})
const stored = () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage).map((name) => `tab ${name}`),
]

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  Object.assign(browser, { hasDatabases: true, problem: null })
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

test('the tab that forgets them knows of it, and the others find it on the device', () => {
  forgetLastFleets()
  const at = localStorage.getItem('hatteras:fleets-forgotten')
  expect(Number(at)).toBeGreaterThan(0)
  expect(sessionStorage.getItem('hatteras:fleets-forgotten')).toBe(at)
})

test.each([
  ['are no databases', { hasDatabases: false }],
  ['is no database to be had', { problem: 'unavailable' }],
])('where there %s, and so no way to forget them, they are not stored, and no longer', (_what, how) => {
  for (const place of ['device', 'tab']) {
    writeLastFleet('c-1', place, rows)
    Object.assign(browser, how)
    writeLastFleet('c-1', place, rows)
    expect(stored()).toEqual([])
    Object.assign(browser, { hasDatabases: true, problem: null })
  }
})
