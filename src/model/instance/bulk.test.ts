import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import { type Action, checkAction } from './actions.ts'
import { planBulk } from './bulk.ts'
import { anInstance } from './instance.fixture.ts'

const refusal = (action: Action, instance: Parameters<typeof checkAction>[1]) => {
  const verdict = checkAction(action, instance)
  return verdict.allowed ? undefined : verdict.reason
}

const rates = {
  n_vcpus: 2,
  mem_gib: 4,
  disk_size_gib: 100,
  n_gpus: 0,
  vcpu_cost_hourly_usd: 0.005,
  ram_cost_hourly_usd: 0.005,
  storage_cost_hourly_usd: 0.0001,
}
const running = anInstance({ uuid: 'a', name: 'a', state: 'running', ...rates })
const stopped = anInstance({ uuid: 'b', name: 'b', state: 'exited', ...rates })

test('who can be stopped is stopped, and the others are told why not', () => {
  const plan = planBulk('stop', [running, stopped], refusal)
  expect(plan.doable).toEqual([running])
  expect(plan.refused.map(({ instance, reason }) => `${instance.name}: ${reason}`)).toEqual([
    'b: Only a running instance can be stopped; this one is stopped.',
  ])
  expect([plan.before.known, plan.after.known]).toEqual([usd(0.04), usd(0.01)])
})

test('restarting resumes the whole price, deleting ends it', () => {
  expect(planBulk('restart', [stopped], refusal).after.known).toBe(usd(0.04))
  const end = planBulk('delete', [running, stopped], refusal)
  expect([end.before.known, end.after.known]).toEqual([usd(0.05), 0n])
})
