import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { pollDelay, type PollInput } from './poll-policy.ts'

const atRest: PollInput = {
  now: 1_000_000_000,
  transitionSince: null,
  failures: 0,
  retryAfterMs: null,
  hidden: false,
  offline: false,
}
const seconds = (input: Partial<PollInput>): number => Number(pollDelay({ ...atRest, ...input })) / 1000

const anyInput: fc.Arbitrary<PollInput> = fc.record({
  now: fc.nat(),
  transitionSince: fc.option(fc.nat()),
  failures: fc.nat(5000),
  retryAfterMs: fc.option(fc.double()),
  hidden: fc.constant(false),
  offline: fc.constant(false),
})

describe('the pace', () => {
  test('is every 10 s when all rests', () => {
    expect(seconds({})).toBe(10)
  })

  test('is every 2 s while a transition is new, and every 5 s when it drags on', () => {
    const { now } = atRest
    expect(seconds({ transitionSince: now })).toBe(2)
    expect(seconds({ transitionSince: now - 119_999 })).toBe(2)
    expect(seconds({ transitionSince: now - 120_000 })).toBe(5)
  })

  test('is not kept fast for ever by a clock that was set back', () => {
    expect(seconds({ transitionSince: atRest.now + 3_600_000 })).toBe(5)
  })

  test('stops while the tab is hidden or offline', () => {
    expect(pollDelay({ ...atRest, hidden: true })).toBe(false)
    expect(pollDelay({ ...atRest, offline: true })).toBe(false)
  })
})

describe('on errors', () => {
  test('it backs off to a minute', () => {
    expect([1, 2, 3, 4, 5, 2000].map((failures) => seconds({ failures }))).toEqual([10, 10, 20, 40, 60, 60])
  })

  test('it does so too while something is in transition', () => {
    const transitionSince = atRest.now
    expect([1, 2, 3].map((failures) => seconds({ failures, transitionSince }))).toEqual([5, 10, 20])
  })

  test('it waits as long as the service asks, and no shorter than it would anyway', () => {
    expect(seconds({ failures: 1, retryAfterMs: 90_000 })).toBe(90)
    expect(seconds({ failures: 1, retryAfterMs: 1000 })).toBe(10)
    expect(seconds({ retryAfterMs: Number.NaN })).toBe(10)
  })
})

test('whatever happens, the next try comes: not before 2 s, not after an hour', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const delay = pollDelay(input)
      expect(delay).toBeGreaterThanOrEqual(2000)
      expect(delay).toBeLessThanOrEqual(3_600_000)
    }),
  )
})

test('more failures never mean asking sooner', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      expect(pollDelay({ ...input, failures: input.failures + 1 })).toBeGreaterThanOrEqual(
        Number(pollDelay(input)),
      )
    }),
  )
})
