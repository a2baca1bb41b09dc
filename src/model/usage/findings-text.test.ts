import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { anInstance } from '../instance/instance.fixture.ts'
import { budgetStatus } from '../pricing/budget.ts'
import {
  attention,
  budgetFinding,
  DISMISSED_FOR,
  type Finding,
  findingOf,
  type SeenSince,
  usuallyAtMost,
  withDismissal,
  withoutDismissal,
} from './findings.ts'

const now = Date.UTC(2026, 10, 23, 12)
const seen = (since: Partial<{ state: number; idle: number }> = {}): SeenSince => ({
  stateSince: () => since.state ?? null,
  idleSince: () => since.idle ?? null,
})

/** What is read of a finding, and by which it is known. */
const read = (finding: Finding | null) => {
  if (finding === null) return null
  const { key, subject, fact, title, detail, action } = finding
  return { key, subject, action, said: [fact, title, detail].map((text) => text.replaceAll('\u00a0', ' ')) }
}
const box = anInstance({ uuid: 'u', name: 'box' })
const found = (fields: Partial<typeof box>, since: SeenSince) =>
  read(findingOf({ ...box, ...fields }, since, now))

describe('in whole sentences', () => {
  test('an error', () => {
    const free =
      'Nothing is billed in this state, and it does not pass by itself. Its page says what can be done.'
    expect(found({ state: 'error' }, seen({ state: now - 5 * MINUTE }))).toEqual({
      key: 'error:u',
      subject: 'box',
      action: 'open',
      said: ['in error 5 min', 'box is in error.', free],
    })
    const fact = (ago: number) => found({ state: 'error' }, seen({ state: now - ago }))?.said[0]
    expect([fact(MINUTE - 1), fact(MINUTE)]).toEqual(['in error', 'in error 1 min'])
    expect(found({ state: 'error', hourly_cost_usd: 0.36 }, seen())?.said[2]).toBe(
      'By the API nothing is billed in this state, yet the service reports $0.360 / h. It does not pass by itself. Its page says what can be done.',
    )
    expect(found({ state: 'lost' }, seen({ state: now - HOUR }))?.said).toEqual([
      'lost 1 h',
      'box is lost.',
      'The service has lost touch with it; not described on the API page, so what it costs is not known for sure. It is counted as running.',
    ])
  })

  test('a transition', () => {
    expect(found({ state: 'migrating' }, seen({ state: now - HOUR }))).toEqual({
      key: 'slow:u',
      subject: 'box',
      action: 'open',
      said: ['migrating 1 h', 'box is being moved for longer than usual.', 'That has gone on for 1 h.'],
    })
  })

  test('idleness', () => {
    const since = seen({ idle: now - 90 * MINUTE })
    expect(found({}, since)).toEqual({
      key: 'idle:u',
      subject: 'box',
      action: 'stop',
      said: [
        'idle 1 h',
        'box runs but is idle.',
        'Its CPU has been under 5 % for 1 h 30 min. Stopping it saves ≈ $526 / month.',
      ],
    })
    const gpu = { n_gpus: 1, gpu_model: 'H200', gpu_cost_hourly_usd: 1 }
    expect(found(gpu, since)?.said[2]).toBe(
      'Its CPU has been under 5 % for 1 h 30 min. Stopping it saves ≈ $1,256 / month. Only the CPU is looked at: its GPU may be at work.',
    )
    // By the service's own total it costs no more than its disk.
    expect(found({ hourly_cost_usd: 0.05 }, since)?.said[2]).toBe(
      'Its CPU has been under 5 % for 1 h 30 min.',
    )
  })

  test('a long stop', () => {
    const stopped = { state: 'exited', disk_size_gib: 500 }
    const since = seen({ state: now - 20 * DAY - HOUR })
    const end = 'Deleting it ends that, and loses its data for good.'
    expect(found(stopped, since)).toEqual({
      key: 'stopped:u',
      subject: 'box',
      action: 'delete',
      said: [
        'stopped 20 d',
        'box has been stopped for 20 days.',
        `Its disk of 500 GiB costs ≈ $365 / month. ${end}`,
      ],
    })
    expect(found({ ...stopped, storage_cost_hourly_usd: null }, since)?.said[2]).toBe(
      `Its disk of 500 GiB is billed at a rate that is not known. ${end}`,
    )
  })

  test('a budget', () => {
    const status = (dollars: number) => {
      const estimate = usd(dollars)
      const soFar = { low: estimate, estimate, high: estimate, unknown: [] }
      return budgetStatus(usd(100), soFar, { known: usd(10), unknown: ['gpu'] })
    }
    const over = budgetFinding(status(120), '2026-11')
    expect(over).toEqual({
      key: 'budget:over:2026-11',
      kind: 'budget',
      uuid: null,
      subject: 'Budget',
      fact: 'over this month',
      title: 'This month is over its budget.',
      detail: status(120).sentence,
      monthly: { known: usd(20), unknown: ['gpu'], assumed: false },
      action: 'budget',
      since: null,
    })
    expect(budgetFinding(status(95), '2026-12')).toMatchObject({
      key: 'budget:will-exceed:2026-12',
      fact: 'over by the end of the month',
      title: 'This month will go over its budget.',
      detail: status(95).sentence,
    })
  })
})

test.each([
  ['provisioning', 15],
  ['resizing', 5],
  ['deleting', 10],
  ['migrating', 30],
  ['cloning', 60],
  ['warming_up', 30],
  ['toString', 30],
])('%s usually takes %d minutes at most', (state, minutes) => {
  expect(usuallyAtMost(state)).toBe(minutes * MINUTE)
})

test('each finding begins at its limit, and not before', () => {
  const isFound = (fields: Partial<typeof box>, since: SeenSince) => found(fields, since) !== null
  const slow = (ago: number) => isFound({ state: 'resizing' }, seen({ state: now - ago }))
  expect([slow(5 * MINUTE - 1), slow(5 * MINUTE)]).toEqual([false, true])
  const stopped = (ago: number, disk: number | null) =>
    isFound({ state: 'exited', disk_size_gib: disk }, seen({ state: now - ago }))
  expect([stopped(14 * DAY - 1, 100), stopped(14 * DAY, 100)]).toEqual([false, true])
  expect([stopped(14 * DAY, 99), stopped(14 * DAY, null)]).toEqual([false, false])
  expect(isFound({ state: 'running' }, seen({ state: now - 30 * DAY }))).toBe(false)
})

test('what has as much at stake is ordered: open prices, then by gravity, then by name', () => {
  const free = { hourly_cost_usd: null }
  const error = anInstance({ uuid: 'e', name: 'box-10', state: 'error', ...free })
  const fleet = [
    error,
    { ...error, uuid: 'e2', name: 'box-9' },
    anInstance({ uuid: 'i', name: 'idle', n_vcpus: null, mem_gib: 0, ...free, vcpu_cost_hourly_usd: null }),
    anInstance({ uuid: 's', name: 'cheap', hourly_cost_usd: 0.05 }),
  ]
  const budget = { low: usd(100), estimate: usd(100), high: usd(100), unknown: [] }
  const input = {
    instances: fleet,
    seen: seen({ idle: now - HOUR }),
    budget: { status: budgetStatus(usd(99), budget, { known: 0n, unknown: [] }), month: '2026-11' },
    dismissals: [],
  }
  expect(attention(input, now).map(({ subject }) => subject)).toEqual([
    'Budget',
    'idle',
    'box-9',
    'box-10',
    'cheap',
  ])
})

test('a dismissal counts from its moment on, for a month, and for its own key alone', () => {
  const kept = withDismissal(
    [
      { key: 'a', at: now - DISMISSED_FOR + 1 },
      { key: 'b', at: now - DISMISSED_FOR },
    ],
    'c',
    now,
  )
  expect(kept.map(({ key }) => key)).toEqual(['c', 'a'])
  expect(withoutDismissal(kept, 'a').map(({ key }) => key)).toEqual(['c'])
  expect(withDismissal(kept, 'a', now)).toEqual([
    { key: 'a', at: now },
    { key: 'c', at: now },
  ])
  const keys = (since: number, dismissedAt: number, key = 'idle:u') =>
    attention(
      {
        instances: [box],
        seen: seen({ idle: since }),
        budget: null,
        dismissals: [{ key, at: dismissedAt }],
      },
      now,
    ).length
  expect(keys(now - HOUR, now - HOUR)).toBe(0)
  expect(keys(now - HOUR, now - HOUR - 1)).toBe(1)
  expect(keys(now - HOUR, now - HOUR, 'slow:u')).toBe(1)
})
