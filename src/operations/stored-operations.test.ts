import { expect, it } from 'vitest'

import { memoryStore, type TextStore } from '#lib/text-store.ts'

import type { Operation } from './operation.ts'
import { openStoredOperations, readShared } from './stored-operations.ts'

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

/** The tab's store as one page of it sees it, and what that page takes over from the one before. */
const openPage = (store: TextStore, page: string, { account = 'c', openPages = [''] } = {}) => {
  const stored = openStoredOperations(account, store, page, (other) =>
    Promise.resolve(openPages.includes(other)),
  )
  return {
    store: stored.store,
    restore: stored.restore,
  }
}

it('what had no answer when the page was left is not known, what was not sent is not sent, and both are news', async () => {
  const store = memoryStore()
  openPage(store, 'first').store(
    [
      operation('requested'),
      operation('queued', { runId: 7 }),
      operation('accepted', { answeredAt: 5 }),
      operation('unknown', { answeredAt: 5 }),
      operation('unknown', { answeredAt: 9000 }),
      operation('rejected'),
    ],
    true,
  )
  const restored = await openPage(store, 'second').restore(9500)
  expect(
    restored.map(({ operation: { status, answeredAt }, isNews }) => [status, answeredAt, isNews]),
  ).toEqual([
    ['unknown', 9500, true],
    ['cancelled', 9500, true],
    ['accepted', 5, false],
    ['unknown', 5, false],
    ['unknown', 9000, true],
  ])
  expect(await openPage(store, 'second', { account: 'another' }).restore(9)).toEqual([])
})

it('what makes no sense is no operation, and nothing is left when all is told', async () => {
  const store = memoryStore()
  store.setItem(
    'hatteras:operations:c',
    '{"page":"p","isLeft":true,"operations":[{"request":{"action":"format"}}]}',
  )
  expect(await openPage(store, 'first').restore(0)).toEqual([])
  openPage(store, 'first').store([operation('confirmed')], false)
  expect(store.getItem('hatteras:operations:c')).toBeNull()
})

it('the copy of a tab leaves the operations to the page that asked for them, unless that page is gone without a word', async () => {
  const store = memoryStore()
  openPage(store, 'first').store([operation('requested')], false)
  expect(await openPage(store, 'copy', { openPages: ['first'] }).restore(0)).toEqual([])
  expect(await openPage(store, 'after a crash').restore(0)).toHaveLength(1)
})

it('what another tab had accepted is shown and not stored; what makes no sense is not shown', () => {
  const request = { action: 'stop', uuid: 'u', name: 'one' } as const
  const [shared, ...more] = readShared([{ request, answeredAt: 5 }])
  expect(shared).toMatchObject({
    isNews: false,
    operation: { request, status: 'accepted', isElsewhere: true },
  })
  expect(more).toEqual([])
  expect(readShared([{ request: { ...request, action: 'format' }, answeredAt: 5 }])).toEqual([])
  expect(readShared('stop')).toEqual([])
  const store = memoryStore()
  openPage(store, 'first').store([operation('accepted', { isElsewhere: true })], false)
  expect(store.getItem('hatteras:operations:c')).toBeNull()
})
