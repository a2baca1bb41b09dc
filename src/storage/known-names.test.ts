import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import { sighting } from './known-names.ts'

const named = (name: string) => z.parse(instanceSchema, { uuid: 'u', name, state: 'running' })

test('a sighting is written once a minute, a new name at once, and former names are remembered newest first', () => {
  const first = sighting(null, 'c', named('a'), 0)
  expect(sighting(first, 'c', named('a'), 30_000)).toBe(first)
  expect(sighting(first, 'c', named('a'), 60_000).seenAt).toBe(60_000)
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
