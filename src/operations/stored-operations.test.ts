import { expect, it } from 'vitest'

import { memoryStore } from '#lib/stored.ts'

import type { Operation } from './operation.ts'
import { openStoredOperations } from './stored-operations.ts'

const operation = (status: Operation['status'], more: Partial<Operation> = {}): Operation => ({
  id: 1,
  request: { action: 'stop', uuid: 'u', name: 'one' },
  status,
  answeredAt: null,
  error: null,
  reason: null,
  runId: null,
  lookUp: null,
  wasLost: false,
  ...more,
})

it('what had no answer when the page was left is not known, what was not sent is not sent, and both are news', () => {
  const store = memoryStore()
  openStoredOperations('c', store).store([
    operation('requested'),
    operation('queued', { runId: 7 }),
    operation('accepted', { answeredAt: 5 }),
    operation('unknown', { answeredAt: 5 }),
    operation('unknown', { answeredAt: 9000 }),
    operation('refused'),
  ])
  const restored = openStoredOperations('c', store).restore(9500)
  expect(
    restored.map(({ operation: { status, answeredAt }, isNews }) => [status, answeredAt, isNews]),
  ).toEqual([
    ['unknown', 9500, true],
    ['cancelled', 9500, true],
    ['accepted', 5, false],
    ['unknown', 5, false],
    ['unknown', 9000, true],
  ])
  expect(openStoredOperations('another', store).restore(9)).toEqual([])
})

it('what makes no sense is no operation, and nothing is left when all is told', () => {
  const store = memoryStore()
  store.setItem('hatteras:operations:c', '[{"request":{"action":"format"}}]')
  expect(openStoredOperations('c', store).restore(0)).toEqual([])
  openStoredOperations('c', store).store([operation('confirmed')])
  expect(store.getItem('hatteras:operations:c')).toBeNull()
})
