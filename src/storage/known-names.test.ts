import { expect, test, vi } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import { createNameRecorder, sighting } from './known-names.ts'
import { listSeen } from './instances.ts'

const named = (name: string) => z.parse(instanceSchema, { uuid: 'u', name, state: 'running' })

test('a new name is written at once, and former names are remembered newest first', () => {
  const first = sighting(null, 'c', named('a'), 0)
  expect(sighting(first, 'c', named('a'), 60_000)).toBe(first)
  const renamed = sighting(first, 'c', named('b'), 1)
  expect([renamed.name, renamed.formerNames]).toEqual(['b', ['a']])
  const back = sighting(renamed, 'c', named('a'), 2)
  expect([back.name, back.formerNames]).toEqual(['a', ['b']])
})

test('former names are bounded', () => {
  let row = sighting(null, 'c', named('n0'), 0)
  for (let count = 1; count < 100; count += 1) row = sighting(row, 'c', named(`n${count}`), count)
  expect(row.formerNames.length).toBeLessThanOrEqual(20)
  expect(row.formerNames[0]).toBe('n98')
})

test('one that is back is no longer absent, and a clock that was ahead is put right', () => {
  const first = { ...sighting(null, 'c', named('a'), 0), absent: true }
  expect(sighting(first, 'c', named('a'), 5)).toEqual({ ...first, seenAt: 5, absent: undefined })
  const ahead = sighting(null, 'c', named('a'), 7_200_000)
  expect(sighting(ahead, 'c', named('a'), 5).seenAt).toBe(5)
})

type Write = NonNullable<Parameters<typeof createNameRecorder>[1]>

test('who is gone was last seen with the list before, however long ago that list last changed', async () => {
  const write = vi.fn<Write>(() => Promise.resolve(true))
  const recorder = createNameRecorder('one', write)
  const all = [named('a'), { ...named('b'), uuid: 'v' }]
  const hours = 5 * 3_600_000
  for (let at = 0; at <= hours; at += 10_000) recorder.read(all, at)
  await Promise.resolve()
  expect(write).toHaveBeenCalledTimes(1)
  expect(listSeen.of('one').read()).toBeGreaterThan(hours - 60_000)

  recorder.read([all[0] ?? named('a')], hours + 10_000)
  expect(write).toHaveBeenLastCalledWith(
    'one',
    { present: [], gone: ['v'], before: hours },
    hours + 10_000,
    expect.any(Function),
  )
})

test('what could not be stored is stored with the next list', async () => {
  const write = vi.fn<Write>(() => Promise.resolve(false))
  const recorder = createNameRecorder('two', write)
  const all = [named('a')]
  recorder.read(all, 0)
  await Promise.resolve()
  recorder.read(all, 10_000)
  expect(write).toHaveBeenLastCalledWith(
    'two',
    { present: all, gone: null, before: 0 },
    10_000,
    expect.any(Function),
  )
})
