import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { type Action, checkAction } from '#model/instance/actions.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { bulkLoss, bulkSentence, planBulk } from './bulk.ts'

const disabledReason = (action: Action, instance: Parameters<typeof checkAction>[1]) => {
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
  const plan = planBulk('stop', [running, stopped], disabledReason)
  expect(plan.doable).toEqual([running])
  expect(plan.notAllowed.map(({ instance, reason }) => `${instance.name}: ${reason}`)).toEqual([
    'b: Only a running instance can be stopped; this one is stopped.',
  ])
  expect([plan.before.known, plan.after.known]).toEqual([usd(0.04), usd(0.01)])
})

test('restarting resumes the whole price, deleting ends it', () => {
  expect(planBulk('restart', [stopped], disabledReason).after.known).toBe(usd(0.04))
  const end = planBulk('delete', [running, stopped], disabledReason)
  expect([end.before.known, end.after.known]).toEqual([usd(0.05), 0n])
})

const box = (disk: number | null, rate: number | null = 0.0001) =>
  anInstance({
    state: 'running',
    disk_size_gib: disk,
    storage_cost_hourly_usd: rate,
    hourly_cost_usd: null,
  })
const plan = (action: 'stop' | 'restart' | 'delete', ...instances: ReturnType<typeof box>[]) =>
  planBulk(action, instances, () => undefined)
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a stop says what will end, what stays, and at what price', () => {
  expect(plain(bulkSentence('stop', plan('stop', box(500), box(1000))))).toBe(
    'What runs on them will end; their disks stay, at $0.150 / h.',
  )
  expect(plain(bulkSentence('stop', plan('stop', box(500))))).toBe(
    'What runs on it will end; its disk stays, at $0.050 / h.',
  )
})

test('a price that is not known is not named, and one that is known in part is no less', () => {
  expect(bulkSentence('stop', plan('stop', box(500, null)))).toBe('What runs on it will end; its disk stays.')
  expect(plain(bulkSentence('stop', plan('stop', box(500), box(100, null))))).toContain(
    'at no less than $0.050 / h',
  )
})

test('a deletion names the disks that are lost, as far as they are known', () => {
  const loss = (...disks: (number | null)[]) => bulkLoss(plan('delete', ...disks.map((disk) => box(disk))))
  expect(loss(500, 1000)).toEqual({ lead: 'loses', figure: '1,500\u00a0GiB' })
  expect(loss(500, null)).toEqual({ lead: 'loses at least', figure: '500\u00a0GiB' })
  expect(loss(null)).toEqual({ lead: 'loses', figure: 'all data' })
})

test('no sentence is longer than fourteen words', () => {
  for (const action of ['stop', 'restart', 'delete'] as const)
    for (const some of [[box(500)], [box(500), box(1000, null)]]) {
      const words = bulkSentence(action, plan(action, ...some)).match(/[a-z]{2,}/gi) ?? []
      expect(words.length).toBeLessThanOrEqual(14)
    }
})
