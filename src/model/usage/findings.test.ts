import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { anInstance, anyInstance } from '../instance/instance.fixture.ts'
import { budgetStatus } from '../pricing/budget.ts'
import {
  attention,
  budgetFinding,
  type Dismissal,
  DISMISSED_FOR,
  findingOf,
  MOST_DISMISSALS,
  type SeenSince,
  withDismissal,
  withoutDismissal,
} from './findings.ts'

const now = Date.UTC(2026, 10, 23, 12)
const seen = (since: Partial<{ state: number; idle: number }> = {}): SeenSince => ({
  stateSince: () => since.state ?? null,
  idleSince: () => since.idle ?? null,
})
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

describe('an instance in error', () => {
  test('is found, with nothing at stake where nothing is billed', () => {
    const odd = anInstance({ state: 'error', hourly_cost_usd: 0.36 })
    expect(findingOf(odd, seen(), now)?.detail).toContain('yet the service reports $0.360 / h')
    expect(findingOf(anInstance({ state: 'error' }), seen(), now)).toMatchObject({
      subject: 'dev-server',
      fact: 'in error',
      title: 'dev-server is in error.',
      monthly: { known: 0n, unknown: [] },
      action: 'open',
    })
  })

  test('is found where it may be billed, with its price at stake', () => {
    expect(findingOf(anInstance({ state: 'lost' }), seen(), now)?.monthly.known).toBe(usd(0.82 * 730))
  })
})

describe('a transition', () => {
  test('is found once it takes longer than usual', () => {
    const instance = anInstance({ state: 'resizing' })
    expect(findingOf(instance, seen({ state: now - 4 * MINUTE }), now)).toBeNull()
    const found = findingOf(instance, seen({ state: now - 6 * MINUTE }), now)
    expect(found?.title).toBe('dev-server is being resized for longer than usual.')
    expect(plain(found?.detail)).toBe('That has gone on for 6 min.')
    const byOthers = { ...seen({ state: now - 6 * MINUTE }), limitOf: () => 10 * MINUTE }
    expect(findingOf(instance, byOthers, now)).toBeNull()
  })

  test('has begun at the creation where this browser did not see it begin', () => {
    const created_at = new Date(now - HOUR).toISOString()
    expect(findingOf(anInstance({ state: 'provisioning', created_at }), seen(), now)?.kind).toBe('slow')
    expect(findingOf(anInstance({ state: 'migrating', created_at }), seen(), now)).toBeNull()
  })
})

describe('an idle instance', () => {
  test('is found while it runs, with what stopping saves at stake', () => {
    const found = findingOf(anInstance(), seen({ idle: now - 2 * HOUR }), now)
    expect(found).toMatchObject({
      action: 'stop',
      monthly: { known: usd(0.72 * 730) },
      since: now - 2 * HOUR,
    })
    expect(plain(found?.fact)).toBe('idle 2 h')
    expect(plain(found?.detail)).toBe('Its CPU has been under 5 % for 2 h. Stopping it saves ≈ $526 / month.')
    expect(findingOf(anInstance({ state: 'exited' }), seen({ idle: now - 2 * HOUR }), now)).toBeNull()
  })

  test('says that it saves more where a price is not known', () => {
    const open = anInstance({ n_gpus: 1, gpu_model: 'rtx-5090', gpu_cost_hourly_usd: null })
    const found = findingOf(open, seen({ idle: now - 2 * HOUR }), now)
    expect(plain(found?.detail)).toContain('Stopping it saves at least ≈ $526 / month.')
    expect(found?.monthly.unknown).toEqual(['gpu'])
  })

  test('with a GPU may be at work all the same', () => {
    const gpu = anInstance({ n_gpus: 1, gpu_model: 'rtx-5090' })
    expect(findingOf(gpu, seen({ idle: now - HOUR }), now)?.detail).toContain('its GPU may be at work')
  })
})

describe('a stopped instance', () => {
  const stopped = anInstance({ state: 'shut_off', disk_size_gib: 500 })

  test('is found after two weeks on a large disk', () => {
    const found = findingOf(stopped, seen({ state: now - 15 * DAY }), now)
    expect(found).toMatchObject({
      title: 'dev-server has been stopped for 15 days.',
      action: 'delete',
      monthly: { known: usd(365) },
    })
    expect(plain(found?.detail)).toContain('Its disk of 500 GiB costs ≈ $365 / month.')
  })

  test('is not found earlier, on a small disk, or where nobody saw since when', () => {
    expect(findingOf(stopped, seen({ state: now - 13 * DAY }), now)).toBeNull()
    expect(findingOf({ ...stopped, disk_size_gib: 50 }, seen({ state: now - 15 * DAY }), now)).toBeNull()
    expect(findingOf(stopped, seen(), now)).toBeNull()
  })

  test('says so where the price of its disk is not known', () => {
    const silent = { ...stopped, storage_cost_hourly_usd: null }
    expect(findingOf(silent, seen({ state: now - 15 * DAY }), now)?.detail).toContain('not known')
  })
})

test('a budget is found when it is or will be exceeded, by as much as that', () => {
  const status = (dollars: number) => {
    const estimate = usd(dollars)
    return budgetStatus(
      usd(100),
      { low: estimate, estimate, high: estimate, unknown: [] },
      { known: usd(10), unknown: [] },
    )
  }
  expect(budgetFinding(status(50), '2026-11')).toBeNull()
  expect(budgetFinding(status(95), '2026-11')).toMatchObject({
    key: 'budget:will-exceed:2026-11',
    monthly: { known: usd(5) },
    action: 'budget',
  })
  expect(budgetFinding(status(120), '2026-11')).toMatchObject({ monthly: { known: usd(20) } })
})

const today = Date.UTC(2026, 10, 23, 12)
const idle = (since: number): SeenSince => ({ stateSince: () => null, idleSince: () => since })
const ask = (seen: SeenSince, dismissals: readonly Dismissal[] = [], at = today) =>
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
  expect(ask(idle(today - HOUR))).toEqual(['large', 'small', 'error'])
})

describe('what was dismissed', () => {
  const dismissals = withDismissal([], 'idle:large', today)

  test('stays away', () => {
    expect(ask(idle(today - HOUR), dismissals)).toEqual(['small', 'error'])
    expect(ask(idle(today - HOUR), withoutDismissal(dismissals, 'idle:large'))).toContain('large')
  })

  test('comes back when it happens anew, or after a month', () => {
    expect(ask(idle(today + HOUR), dismissals, today + 2 * HOUR)).toContain('large')
    expect(ask(idle(today - HOUR), dismissals, today + DISMISSED_FOR)).toContain('large')
  })

  test('is remembered within bounds', () => {
    let kept: Dismissal[] = []
    for (let index = 0; index < MOST_DISMISSALS + 5; index += 1) kept = withDismissal(kept, `${index}`, today)
    expect(kept).toHaveLength(MOST_DISMISSALS)
    expect(kept[0]?.key).toBe(`${MOST_DISMISSALS + 4}`)
    expect(withDismissal(kept, 'new', today + DISMISSED_FOR)).toEqual([
      { key: 'new', at: today + DISMISSED_FOR },
    ])
  })
})

test('any fleet is ranked by what is at stake, with one finding for an instance at most', () => {
  const anyFleet = fc.uniqueArray(anyInstance, { selector: ({ uuid }) => uuid })
  fc.assert(
    fc.property(anyFleet, fc.option(fc.nat()), fc.option(fc.nat()), (instances, state, since) => {
      const seen = { stateSince: () => state, idleSince: () => since }
      const found = attention({ instances, seen, budget: null, dismissals: [] }, today)
      const stakes = found.map(({ monthly }) => monthly.known)
      expect(stakes).toEqual(stakes.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
      expect(new Set(found.map(({ uuid }) => uuid)).size).toBe(found.length)
      expect(stakes.every((stake) => stake >= 0n)).toBe(true)
    }),
  )
})
