import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { budgetStatus } from '../pricing/budget.ts'
import { budgetFinding, findingOf, type SeenSince } from './findings.ts'
import { anInstance } from '../instance/instance.fixture.ts'

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
