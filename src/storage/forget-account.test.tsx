import { beforeEach, expect, test, vi } from 'vitest'

import { start } from '#model/ledger/ledger.fixture.ts'

import { forgetAccount, forgetAllButRows } from './forget-account.ts'
import { forgottenAt } from './forgotten.ts'
import { type MemoryDatabase, memoryDatabase, memoryKeyRange } from './memory-database.fixture.ts'

/** Whether the browser has databases, and whether they can be opened once the time of rest is passed over. */
const browser = vi.hoisted(() => ({
  database: null as MemoryDatabase | null,
  hasDatabases: true,
  isResting: true,
  canOpen: true,
  /** Tells that time is up. */
  late: new AbortController(),
}))
vi.mock('./database.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  hasDatabases: () => browser.hasDatabases,
  retryDatabase: () => {
    browser.isResting = false
  },
  withDatabase: async (work: (db: MemoryDatabase | null, late: AbortSignal) => unknown, standIn: unknown) => {
    if (browser.isResting || !browser.canOpen) return standIn
    try {
      return await work(browser.database, browser.late.signal)
    } catch {
      return standIn
    }
  },
}))

const stores = ['samples', 'names', 'activity', 'ledger', 'quarantine']
const rows = () => stores.flatMap((store) => browser.database?.rows(store) ?? [])

beforeEach(async () => {
  Object.assign(browser, { hasDatabases: true, isResting: true, canOpen: true, database: memoryDatabase() })
  vi.stubGlobal('IDBKeyRange', memoryKeyRange)
  for (const connection of ['c-1', 'c-2']) {
    const row = { connection, uuid: 'u', at: start, id: 'i', kind: 'day' }
    for (const store of stores)
      await browser.database?.transaction(store).store?.put(store === 'quarantine' ? { row } : row)
    localStorage.setItem(`hatteras:marks:${connection}`, '[]')
    sessionStorage.setItem(`hatteras:operations:${connection}`, '{}')
  }
  sessionStorage.setItem('hatteras:create-draft', JSON.stringify({ connectionId: 'c-1' }))
})

const ofTheFirst = () =>
  [...rows(), ...Object.entries(localStorage), ...Object.entries(sessionStorage)]
    .map((one) => JSON.stringify(one))
    .filter((text) => text.includes('c-1') && !text.includes('hatteras:forgotten'))

test('everything of the account is deleted, nothing of another, and the database is tried anew for it', async () => {
  expect(await forgetAccount('c-1')).toBe('all')
  expect(ofTheFirst()).toEqual([])
  expect(rows()).toHaveLength(5)
  expect([localStorage.getItem('hatteras:marks:c-2'), forgottenAt('c-1') > 0]).toEqual(['[]', true])
})

test('whose account the tab shows is left to the session, which then shows no other one unasked', async () => {
  sessionStorage.setItem('hatteras:current', '"c-1"')
  await forgetAccount('c-1')
  expect(sessionStorage.getItem('hatteras:current')).toBe('"c-1"')
})

test('a database that does not open is no success, and nothing counts as forgotten', async () => {
  browser.canOpen = false
  expect(await forgetAccount('c-1')).toBe('nothing')
  expect(ofTheFirst()).toHaveLength(8)
  expect(forgottenAt('c-1')).toBe(-1)
})

test('a database that does not store it keeps the rows, which is told, and once more deletes them', async () => {
  const { database } = browser
  const transaction = database?.transaction ?? memoryDatabase().transaction
  const failing = vi.spyOn(database ?? memoryDatabase(), 'transaction').mockImplementation((names) => {
    const opened = transaction(names)
    const done = () => {
      opened.abort()
      return Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'))
    }
    return Object.defineProperty(opened, 'done', { get: done })
  })
  expect(await forgetAccount('c-1')).toBe('part')
  // One in each store of the database.
  expect(ofTheFirst()).toHaveLength(5)
  failing.mockRestore()
  expect(await forgetAccount('c-1')).toBe('all')
  expect(ofTheFirst()).toEqual([])
})

test('where its time is up, its transaction is undone, whenever it had its turn', async () => {
  const undone = vi.fn<() => void>()
  const { database } = browser
  const transaction = database?.transaction
  vi.spyOn(database ?? memoryDatabase(), 'transaction').mockImplementation((names) => ({
    ...(transaction ?? memoryDatabase().transaction)(names),
    done: new Promise(() => {}),
    abort: undone,
  }))
  void forgetAccount('c-1')
  expect(undone).not.toHaveBeenCalled()
  browser.late.abort()
  expect(undone).toHaveBeenCalledOnce()
})

test('a browser that has no databases forgets the rest', async () => {
  Object.assign(browser, { canOpen: false, hasDatabases: false, database: null })
  expect(await forgetAccount('c-1')).toBe('all')
  expect(ofTheFirst()).toEqual([])
  expect(forgottenAt('c-1')).toBeGreaterThan(0)
})

test('what is no row of a database that does not open can be forgotten without it', () => {
  forgetAllButRows('c-1')
  expect(ofTheFirst()).toHaveLength(5)
  expect(rows()).toHaveLength(10)
  expect([localStorage.getItem('hatteras:marks:c-2'), forgottenAt('c-1') > 0]).toEqual(['[]', true])
})

test('who has the next turn with the database knows of it already', async () => {
  const known: number[] = []
  const transaction = browser.database?.transaction
  vi.spyOn(browser.database ?? memoryDatabase(), 'transaction').mockImplementation((names) => {
    const opened = (transaction ?? memoryDatabase().transaction)(names)
    return Object.defineProperty(opened, 'done', {
      get: () => Promise.resolve(void known.push(forgottenAt('c-1'))),
    })
  })
  await forgetAccount('c-1')
  expect(known).toEqual([expect.any(Number)])
  expect(known).not.toEqual([-1])
})
