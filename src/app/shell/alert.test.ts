import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { alertsBetween, budgetAlert, idleAlert } from './alert.ts'
import { budgetStatus } from '#model/pricing/budget.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const notified = (before: string, after: string) =>
  alertsBetween([anInstance({ state: before })], [anInstance({ state: after })]).map(
    ({ kind, title, body }) => ({ kind, text: plain(`${title}. ${body}`) }),
  )

describe('between two readings', () => {
  test.each([
    ['provisioning', 'running', 'ready', 'dev-server is running. Ubuntu · 8 vCPU · 16 GiB · 100 GiB'],
    ['shut_off', 'running', 'ready', 'dev-server is running.'],
    ['running', 'shut_off', 'stopped', 'dev-server has stopped. Compute billing has ended'],
    ['provisioning', 'error', 'failed', 'dev-server is in error. Before that it was starting.'],
    ['running', 'unhealthy', 'failed', 'dev-server is unhealthy.'],
  ])('from %s to %s tells %s', (before, after, kind, text) => {
    const [alert, ...more] = notified(before, after)
    expect(alert?.kind).toBe(kind)
    expect(alert?.text).toContain(text)
    expect(more).toEqual([])
  })

  test.each([
    ['running', 'running'],
    ['running', 'idle'],
    ['running', 'resizing'],
    ['error', 'lost'],
    ['running', 'deleted'],
    ['running', 'warming_up'],
  ])('from %s to %s tells nothing', (before, after) => {
    expect(notified(before, after)).toEqual([])
  })

  test('what is new or gone tells nothing, nor does a first reading', () => {
    const one = anInstance({ uuid: 'one', state: 'running' })
    const two = anInstance({ uuid: 'two', state: 'error' })
    expect(alertsBetween([], [one, two])).toEqual([])
    expect(alertsBetween([one, two], [])).toEqual([])
  })

  test('nothing is told twice: two readings that agree tell nothing', () => {
    fc.assert(
      fc.property(fc.array(anyInstance), (instances) => {
        expect(alertsBetween(instances, structuredClone(instances))).toEqual([])
      }),
    )
  })
})

test('an idle container says for how long, what a stop saves, and that only the CPU was looked at', () => {
  const half = 30 * 60_000
  const container = anInstance({ resource_type: 'container', n_gpus: 1, gpu_model: 'rtx-5090' })
  expect(plain(idleAlert(container, 0, half).body)).toMatch(
    /^CPU under 5 % for 30 min\. Stopping saves at least \$\d.* \/ h\. Its GPU may be at work\.$/,
  )
  const unknown = { vcpu_cost_hourly_usd: null, ram_cost_hourly_usd: null, storage_cost_hourly_usd: null }
  expect(plain(idleAlert(anInstance(unknown), 0, half).body)).toBe(
    'CPU under 5 % for 30 min. Stopping saves an amount that is not known.',
  )
})

describe('a budget', () => {
  const at = (estimate: number, month = '2026-11') => ({
    month,
    status: budgetStatus(
      usd(100),
      { low: usd(0), estimate: usd(estimate), high: usd(200), unknown: [] },
      { known: 0n, unknown: [] },
    ),
  })

  test('is told of at each level it reaches, once a month', () => {
    expect(budgetAlert(at(49), null)).toBeNull()
    const half = budgetAlert(at(50), null)
    expect(half?.alert.title).toBe('50 % of this month’s budget is reached')
    expect(half?.notified).toEqual({ month: '2026-11', level: 50 })
    expect(budgetAlert(at(79), { month: '2026-11', level: 50 })).toBeNull()
    expect(budgetAlert(at(81), { month: '2026-11', level: 50 })?.notified.level).toBe(80)
    expect(budgetAlert(at(101), { month: '2026-11', level: 100 })).toBeNull()
    expect(budgetAlert(at(60, '2026-12'), { month: '2026-11', level: 100 })?.notified.month).toBe('2026-12')
  })

  test('says how the month stands', () => {
    const notified = budgetAlert(at(120), null)
    expect(notified?.alert.title).toBe('The budget of this month is reached')
    expect(plain(notified?.alert.body ?? '')).toContain('over its budget of $100')
  })
})
