import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { anInstance, anyInstance } from './instance.fixture.ts'
import { joinStates, MOST_STATES_SEEN, seeStates, stateSinceOf } from './state-since.ts'

const stopped = anInstance({ uuid: '1', state: 'shut_off' })

test('the time a state was first seen is remembered for as long as it lasts', () => {
  const first = seeStates([], [stopped], 1000)
  expect(stateSinceOf(first)('1')).toBe(1000)
  expect(seeStates(first, [stopped], 2000)).toBe(first)
  const failed = seeStates(first, [{ ...stopped, state: 'error' }], 3000)
  expect(stateSinceOf(failed)('1')).toBe(3000)
  expect(stateSinceOf(failed)('2')).toBeNull()
})

test('what runs or is gone is forgotten, so that the next stop is a new one', () => {
  const first = seeStates([], [stopped], 1000)
  expect(seeStates(first, [], 2000)).toEqual([])
  for (const state of ['running', 'idle', 'warming_up', 'deleted'])
    expect(seeStates([], [anInstance({ state })], 1000)).toEqual([])
  for (const state of ['error', 'lost', 'migrating', 'exited'])
    expect(seeStates([], [anInstance({ state })], 1000)).toHaveLength(1)
  expect(seeStates(seeStates(first, [anInstance({ uuid: '1' })], 2000), [stopped], 3000)[0]?.since).toBe(3000)
})

test('being created has begun with the creation', () => {
  const made = anInstance({ state: 'provisioning', created_at: '2026-01-01T00:00:00Z' })
  expect(seeStates([], [made], Date.UTC(2026, 0, 2))[0]?.since).toBe(Date.UTC(2026, 0, 1))
})

test('of what two browsers saw, the earlier time of the same state counts', () => {
  const seen = (uuid: string, since: number, state = 'shut_off') => ({ uuid, state, since })
  const here = [seen('1', 500), seen('2', 500), seen('3', 500)]
  const there = [seen('1', 100), seen('2', 900), seen('3', 100, 'error'), seen('4', 100)]
  expect(joinStates(here, there)).toEqual([seen('1', 100), seen('2', 500), seen('3', 500), seen('4', 100)])
})

test('any fleet is remembered within bounds, and a second look changes nothing', () => {
  const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })
  fc.assert(
    fc.property(anyFleet, (instances) => {
      const seen = seeStates([], instances, 1)
      expect(seeStates(seen, instances.toReversed(), 2)).toBe(seen)
    }),
  )
  const many = Array.from({ length: MOST_STATES_SEEN + 1 }, (_, index) => ({ ...stopped, uuid: `${index}` }))
  const seen = seeStates([], many, 1)
  expect(seen).toHaveLength(MOST_STATES_SEEN)
  expect(seeStates(seen, many, 2)).toBe(seen)
  const later = { ...stopped, uuid: 'later', state: 'provisioning', created_at: '1970-01-01T00:00:00Z' }
  expect(seeStates(seen, [...many, later], 2).map(({ uuid }) => uuid)).toContain('later')
  expect(joinStates(seen, [{ uuid: 'other', state: 'error', since: 0 }])).toEqual(seen)
})
