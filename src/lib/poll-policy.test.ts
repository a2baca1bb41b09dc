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
  pace: 'normal',
  watched: false,
}
const seconds = (input: Partial<PollInput>): number => Number(pollDelay({ ...atRest, ...input })) / 1000

const anyInput: fc.Arbitrary<PollInput> = fc.record({
  now: fc.nat(),
  transitionSince: fc.option(fc.nat()),
  failures: fc.nat(5000),
  retryAfterMs: fc.option(fc.double()),
  hidden: fc.constant(false),
  offline: fc.constant(false),
  pace: fc.constantFrom('normal', 'relaxed'),
  watched: fc.boolean(),
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

describe('the relaxed pace', () => {
  test('asks a third as often, in a transition and at rest', () => {
    const { now } = atRest
    const relaxed = { pace: 'relaxed' } as const
    expect(seconds(relaxed)).toBe(30)
    expect(seconds({ ...relaxed, transitionSince: now })).toBe(6)
    expect(seconds({ ...relaxed, transitionSince: now - 120_000 })).toBe(15)
  })

  test('backs off, obeys and stops like the normal one', () => {
    expect(seconds({ pace: 'relaxed', failures: 9 })).toBe(60)
    expect(seconds({ pace: 'relaxed', retryAfterMs: 90_000 })).toBe(90)
    expect(pollDelay({ ...atRest, pace: 'relaxed', hidden: true })).toBe(false)
  })

  test('is never quicker than the normal one', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(pollDelay({ ...input, pace: 'relaxed' })).toBeGreaterThanOrEqual(
          Number(pollDelay({ ...input, pace: 'normal' })),
        )
      }),
    )
  })
})

describe('a hidden tab that someone asked to watch', () => {
  test('looks once a minute, whatever goes on', () => {
    expect(seconds({ hidden: true, watched: true })).toBe(60)
    expect(seconds({ hidden: true, watched: true, transitionSince: atRest.now })).toBe(60)
    expect(seconds({ hidden: true, watched: true, retryAfterMs: 90_000 })).toBe(90)
  })

  test('does not look while it is offline, and keeps the usual pace once it is seen', () => {
    expect(pollDelay({ ...atRest, hidden: true, watched: true, offline: true })).toBe(false)
    expect(seconds({ watched: true })).toBe(10)
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
    expect(seconds({ retryAfterMs: -90_000 })).toBe(10)
    expect(seconds({ retryAfterMs: 7_200_000 })).toBe(3600)
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
