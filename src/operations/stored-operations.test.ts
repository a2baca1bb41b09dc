import { afterEach, describe, expect, it, vi } from 'vitest'

import { memoryStore, type TextStore } from '#lib/text-store.ts'

import { ask, setUp } from './operations.fixture.ts'
import type { Operation } from './operation.ts'
import { keepStored, openStoredOperations, readShared } from './stored-operations.ts'

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
      operation('accepted', { answeredAt: 9400 }),
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
    ['accepted', 9400, false],
    ['unknown', 5, false],
    ['unknown', 9000, true],
  ])
  expect(restored[1]).toEqual({
    isNews: true,
    operation: {
      request: { action: 'stop', uuid: 'u', name: 'one' },
      status: 'cancelled',
      answeredAt: 9500,
      error: null,
      reason: 'The page was left before it was sent.',
      // Runs of this page begin at 1.
      runId: 0,
      lookUp: null,
      wasLost: false,
    },
  })
  expect(restored[2]?.operation).toMatchObject({ reason: null, runId: null })
  expect(await openPage(store, 'second', { account: 'another' }).restore(9)).toEqual([])
})

it('an answer that was lost two seconds before the page was left was lost by itself, and is told already', async () => {
  const store = memoryStore()
  openPage(store, 'first').store([operation('unknown', { answeredAt: 1000 })], true)
  const isNews = async (now: number) => (await openPage(store, 'second').restore(now))[0]?.isNews
  expect([await isNews(2999), await isNews(3000)]).toEqual([true, false])
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
  expect(await openPage(store, 'first', { openPages: ['first'] }).restore(0)).toHaveLength(1)
  expect(await openPage(store, 'after a crash').restore(0)).toHaveLength(1)
})

it('a page is open for as long as it holds its lock, as far as the browser tells', async () => {
  const store = memoryStore()
  const locked = (query: () => Promise<object>) => vi.stubGlobal('navigator', { locks: { query } })
  const takenOver = async () => (await openStoredOperations('c', store, 'copy').restore(0)).length
  openPage(store, 'first').store([operation('requested')], false)
  locked(() => Promise.resolve({ held: [{ name: 'hatteras page other' }, { name: 'hatteras page first' }] }))
  expect(await takenOver()).toBe(0)
  locked(() => Promise.resolve({ held: [{ name: 'hatteras page other' }] }))
  expect(await takenOver()).toBe(1)
  locked(() => Promise.resolve({}))
  expect(await takenOver()).toBe(1)
  locked(() => Promise.reject(new Error('SecurityError')))
  expect(await takenOver()).toBe(1)
  vi.stubGlobal('navigator', {})
  expect(await takenOver()).toBe(1)
})

it('what another tab had accepted is shown and not stored; what makes no sense is not shown', () => {
  const request = { action: 'stop', uuid: 'u', name: 'one' } as const
  const [shared, ...more] = readShared([{ request, answeredAt: 5 }])
  expect(shared).toEqual({
    isNews: false,
    operation: {
      request,
      status: 'accepted',
      answeredAt: 5,
      error: null,
      reason: null,
      runId: null,
      lookUp: null,
      wasLost: false,
      isElsewhere: true,
    },
  })
  expect(more).toEqual([])
  expect(readShared([{ request: { ...request, action: 'format' }, answeredAt: 5 }])).toEqual([])
  expect(readShared('stop')).toEqual([])
  const store = memoryStore()
  openPage(store, 'first').store([operation('accepted', { isElsewhere: true })], false)
  expect(store.getItem('hatteras:operations:c')).toBeNull()
})

it('a request of every action is stored as it was made', async () => {
  const store = memoryStore()
  const one = { uuid: 'u', name: 'one' }
  const requests: Operation['request'][] = [
    { uuid: '', name: 'one', action: 'create', prefill: 'atlas-data/experiments' },
    { ...one, action: 'stop' },
    { ...one, action: 'restart' },
    { ...one, action: 'delete' },
    { ...one, action: 'rename', to: 'uno' },
    { ...one, action: 'resize', to: { n_vcpus: 8, disk_size_gib: 200 } },
    { ...one, action: 'openPort', port: 443 },
    { ...one, action: 'closePort', port: 80 },
  ]
  openPage(store, 'first').store(
    requests.map((request) => operation('overdue', { request })),
    true,
  )
  const restored = await openPage(store, 'second').restore(0)
  expect(restored.map(({ operation: { request } }) => request)).toEqual(requests)
})

describe('as long as the page is open', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  let accounts = 0
  const newAccount = () => `account ${(accounts += 1)}`

  /** What the page stores of an account, and the events of the browser that it listens to. */
  const open = async (account = newAccount()) => {
    vi.useFakeTimers()
    const heard = new Map<string, (event: { persisted: boolean }) => void>()
    vi.stubGlobal('addEventListener', (type: string, listener: (event: { persisted: boolean }) => void) =>
      heard.set(type, listener),
    )
    const { operations } = setUp()
    const told: unknown[] = []
    operations.events.listen(({ operation: { status, answeredAt } }) => told.push([status, answeredAt]))
    let isForgotten = false
    await keepStored(account, operations, 100, () => isForgotten)
    const stored = async () => (await openStoredOperations(account).restore(0)).length
    /** What a copy of the tab takes over: nothing but what was left. */
    const left = async () =>
      (await openStoredOperations(account, undefined, 'copy', () => Promise.resolve(true)).restore(0)).length
    return {
      operations,
      told,
      forget: () => {
        isForgotten = true
      },
      stored,
      left,
      emit: (type: string, persisted = false) => heard.get(type)?.({ persisted }),
    }
  }

  it('what is under way is written at most five times a second, and at once when the page is left', async () => {
    const { operations, stored, left, emit } = await open()
    operations.run(ask('stop'))
    expect(await stored()).toBe(0)
    await vi.advanceTimersByTimeAsync(199)
    operations.run(ask('stop', 'v'))
    expect(await stored()).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(await stored()).toBe(2)
    operations.run(ask('stop', 'w'))
    expect([await stored(), await left()]).toEqual([2, 0])
    emit('pagehide')
    expect([await stored(), await left()]).toEqual([3, 3])
    emit('pageshow')
    expect(await left()).toBe(3)
    emit('pageshow', true)
    expect([await stored(), await left()]).toEqual([3, 0])
  })

  it('thousands are written as many milliseconds apart', async () => {
    const { operations, stored } = await open()
    operations.runAll(Array.from({ length: 3000 }, (_, at) => ask('stop', `m-${at}`)))
    await vi.advanceTimersByTimeAsync(2999)
    expect(await stored()).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(await stored()).toBe(3000)
  })

  it('what the page before it left is taken over, and nothing more is stored once the key is forgotten', async () => {
    const account = newAccount()
    openStoredOperations(account, undefined, 'before', () => Promise.resolve(false)).store(
      [operation('requested')],
      true,
    )
    const { operations, stored, left, emit, forget } = await open(account)
    expect(operations.all()).toMatchObject([{ status: 'unknown', answeredAt: 100 }])
    // It is this page's now.
    expect([await stored(), await left()]).toEqual([1, 0])
    operations.run(ask('stop', 'v'))
    forget()
    await vi.advanceTimersByTimeAsync(1000)
    emit('pagehide')
    emit('pageshow', true)
    expect([await stored(), await left()]).toEqual([1, 0])
  })

  it('what the page before it lost by being left is news, however late it is taken over', async () => {
    const account = newAccount()
    openStoredOperations(account, undefined, 'before', () => Promise.resolve(false)).store(
      [operation('unknown', { answeredAt: 50 }), operation('unknown', { answeredAt: -1900 })],
      true,
    )
    // The page opened at 100.
    vi.useFakeTimers({ now: 60_000 })
    const { told } = await open(account)
    expect(told).toEqual([['unknown', 50]])
  })
})
