import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'

import type { Amount } from '../pricing/cost.ts'
import { did, noon, saw, size, state } from './record.fixture.ts'
import { effectAfter, effectOf, isRepeated, type RecordEntry, recordSchema } from './record.ts'

const amount = (known: bigint, ...unknown: Amount['unknown']): Amount => ({ known, unknown })

describe('what an entry says of the price', () => {
  test('is nothing where it has no effect, and else its amount and the parts that are known parts', () => {
    expect(effectOf(did(0, { action: 'stop' }))).toBeNull()
    expect(effectOf(saw(0, state('running', 'exited'), -280))).toEqual(amount(-280n))
    const odd: RecordEntry = {
      ...saw(0, { of: 'gone' }),
      effect: { known: '12', unknown: ['storage', 'tax', 'vcpu'] },
    }
    expect(effectOf(odd)).toEqual(amount(12n, 'vcpu', 'storage'))
  })

  test('adds up over its steps; a part that comes and goes is in neither end', () => {
    expect(effectAfter(null, null)).toBeNull()
    expect(effectAfter(amount(5n), null)).toEqual(amount(5n))
    expect(effectAfter(null, amount(5n, 'gpu'))).toEqual(amount(5n, 'gpu'))
    expect(effectAfter(amount(5n), amount(7n))).toEqual(amount(12n))
    expect(effectAfter(amount(5n, 'gpu'), amount(-5n, 'ram'))).toEqual(amount(0n, 'ram', 'gpu'))
    expect(effectAfter(amount(5n, 'gpu'), amount(1n, 'gpu'))).toEqual(amount(6n))
    expect(effectAfter(amount(5n, 'gpu'), amount(-5n, 'gpu'))).toBeNull()
    expect(effectAfter(amount(5n), amount(-5n))).toBeNull()
  })
})

describe('a change is a repetition', () => {
  const isLastRepeated = (...entries: RecordEntry[]) => isRepeated(entries, entries.length - 1)
  const exited = state('running', 'exited')

  test('of the last one of its sort within ten seconds that came to the same, from wherever', () => {
    expect(isLastRepeated(saw(0, exited), saw(10, state('resizing', 'exited')))).toBe(true)
    expect(isLastRepeated(saw(0, exited), saw(10.001, exited))).toBe(false)
    expect(isLastRepeated(saw(0, exited), saw(1, state('exited', 'running')), saw(2, exited))).toBe(false)
    expect(
      isLastRepeated(saw(0, exited), did(1, { action: 'stop' }), saw(2, { of: 'gone' }), saw(3, exited)),
    ).toBe(true)
    expect(isLastRepeated(saw(0, { of: 'gone' }), saw(1, exited))).toBe(false)
    expect(isLastRepeated(saw(0, exited))).toBe(false)
    expect(isLastRepeated(saw(0, exited), did(1, { action: 'stop' }))).toBe(false)
  })

  test('of a newcomer by its state, and of anything else by all of it', () => {
    const there = (of: string, vcpus: number) =>
      ({ of: 'there', state: of, size: { ...size, n_vcpus: vcpus } }) as const
    expect(isLastRepeated(saw(0, there('running', 8)), saw(1, there('running', 16)))).toBe(true)
    expect(isLastRepeated(saw(0, there('running', 8)), saw(1, there('error', 8)))).toBe(false)
    const renamed = (to: string) => ({ of: 'name', from: 'one', to }) as const
    expect(isLastRepeated(saw(0, renamed('uno')), saw(1, renamed('uno')))).toBe(true)
    expect(isLastRepeated(saw(0, renamed('uno')), saw(1, renamed('due')))).toBe(false)
  })
})

test.each([
  [{ at: -1 }, false],
  [{ at: 1.5 }, false],
  [{ kind: 'heard' }, false],
  [{ effect: { known: '1.5', unknown: [] } }, false],
  [{ effect: { known: '9'.repeat(31), unknown: [] } }, false],
  [{ effect: { known: '-12', unknown: ['gpu'] } }, true],
  [{ change: { of: 'weather' } }, false],
  [{ uuid: null, text: 'you deleted it' }, true],
])('a line with %j can be read: %s', (fields, isSound) => {
  const line = { at: noon, uuid: 'u', name: 'box', kind: 'did', ...fields }
  expect(z.safeParse(recordSchema, line).success).toBe(isSound)
})
