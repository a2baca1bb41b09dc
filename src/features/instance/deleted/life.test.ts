import { expect, test } from 'vitest'

import { HOUR, MINUTE } from '#lib/time.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'

import { lifeOf, timeOf } from './life.ts'

test('a life is what was seen of it, in order and without holes', () => {
  const seen = Array.from({ length: 60 }, (_, minute) => sighting(minute * MINUTE, [atlas]))
  const stopped = { ...atlas, state: 'exited' }
  const rest = Array.from({ length: 30 }, (_, minute) => sighting((60 + minute) * MINUTE, [stopped]))
  const parts = lifeOf(ledgerOf([...seen, ...rest]), atlas.uuid, start + 2 * HOUR)
  expect(parts[0]?.from).toBe(start)
  expect(parts.at(-1)?.to).toBe(start + 2 * HOUR)
  for (const [index, part] of parts.entries()) if (index > 0) expect(part.from).toBe(parts[index - 1]?.to)
  expect(timeOf(parts, 'ran')).toBe(59 * MINUTE)
  expect(timeOf(parts, 'unseen')).toBe(MINUTE)
  expect(timeOf(parts, 'stopped')).toBe(HOUR)
})

test('nothing is told of one that was never seen', () => {
  expect(lifeOf(ledgerOf([sighting(0, [atlas])]), 'another', start + HOUR)).toEqual([])
})
