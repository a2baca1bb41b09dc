import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { HOUR } from '#lib/time.ts'

import {
  attention,
  DISMISSED_FOR,
  MOST_DISMISSALS,
  withDismissal,
  withoutDismissal,
  type Dismissal,
} from './attention.ts'
import type { SeenSince } from './findings.ts'
import { anInstance, anyInstance } from '../instance/instance.fixture.ts'

const now = Date.UTC(2026, 10, 23, 12)
const idle = (since: number): SeenSince => ({ stateSince: () => null, idleSince: () => since })
const ask = (seen: SeenSince, dismissals: readonly Dismissal[] = [], at = now) =>
  attention(
    {
      instances: [
        anInstance({ uuid: 'error', name: 'failed', state: 'error' }),
        anInstance({ uuid: 'small', n_vcpus: 1 }),
        anInstance({ uuid: 'large', n_vcpus: 64 }),
      ],
      seen,
      budget: null,
      dismissals,
    },
    at,
  ).map(({ uuid }) => uuid)

test('what has most at stake comes first', () => {
  expect(ask(idle(now - HOUR))).toEqual(['large', 'small', 'error'])
})

describe('what was dismissed', () => {
  const dismissals = withDismissal([], 'idle:large', now)

  test('stays away', () => {
    expect(ask(idle(now - HOUR), dismissals)).toEqual(['small', 'error'])
    expect(ask(idle(now - HOUR), withoutDismissal(dismissals, 'idle:large'))).toContain('large')
  })

  test('comes back when it happens anew, or after a month', () => {
    expect(ask(idle(now + HOUR), dismissals, now + 2 * HOUR)).toContain('large')
    expect(ask(idle(now - HOUR), dismissals, now + DISMISSED_FOR)).toContain('large')
  })

  test('is remembered within bounds', () => {
    let kept: Dismissal[] = []
    for (let index = 0; index < MOST_DISMISSALS + 5; index += 1) kept = withDismissal(kept, `${index}`, now)
    expect(kept).toHaveLength(MOST_DISMISSALS)
    expect(kept[0]?.key).toBe(`${MOST_DISMISSALS + 4}`)
    expect(withDismissal(kept, 'new', now + DISMISSED_FOR)).toEqual([{ key: 'new', at: now + DISMISSED_FOR }])
  })
})

test('any fleet is ranked by what is at stake, with one finding for an instance at most', () => {
  const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })
  fc.assert(
    fc.property(anyFleet, fc.option(fc.nat()), fc.option(fc.nat()), (instances, state, since) => {
      const seen = { stateSince: () => state, idleSince: () => since }
      const found = attention({ instances, seen, budget: null, dismissals: [] }, now)
      const stakes = found.map(({ monthly }) => monthly.known)
      expect(stakes).toEqual(stakes.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
      expect(new Set(found.map(({ uuid }) => uuid)).size).toBe(found.length)
      expect(stakes.every((stake) => stake >= 0n)).toBe(true)
    }),
  )
})
