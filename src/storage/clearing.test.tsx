import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { start } from '#model/ledger/ledger.fixture.ts'

import { clearActivity } from './activity.ts'
import { forgetAccount } from './forget-account.ts'
import { type MemoryDatabase, memoryDatabase, memoryKeyRange } from './memory-database.fixture.ts'
import { forgetRemembered } from './remembered.ts'
import { exportStored, importStored } from './transfer.ts'

/** How the database of the browser is opened, by the app's own rules. */
const browser = vi.hoisted(() => ({
  open: (): Promise<MemoryDatabase> => Promise.reject(new Error('It does not open.')),
  close: () => {},
}))
vi.mock('./database.ts', async (original) => {
  const { createDatabaseConnection } = await import('./database-connection.ts')
  const { run, retry, close } = createDatabaseConnection({
    open: () => browser.open(),
    abort: () => undefined,
    now: Date.now,
    limitMs: 10_000,
    retryMs: 30_000,
  })
  browser.close = close
  const database = await original<Record<string, unknown>>()
  return { ...database, withDatabase: run, retryDatabase: retry, hasDatabases: () => true }
})

const stores = ['samples', 'names', 'activity', 'ledger', 'quarantine']
let database = memoryDatabase()
const rows = () => stores.flatMap((store) => database.rows(store))

beforeEach(async () => {
  vi.useFakeTimers({ now: start })
  vi.stubGlobal('IDBKeyRange', memoryKeyRange)
  database = memoryDatabase()
  const row = { connection: 'c-1', uuid: 'u', at: start, id: 'i', kind: 'day' }
  for (const store of stores)
    await database.transaction(store).store?.put(store === 'quarantine' ? { row } : row)
})
afterEach(() => {
  browser.close()
  vi.useRealTimers()
})

const clearings = [
  ['Clear activity', () => clearActivity('c-1')],
  ['Forget all', forgetRemembered],
  ['Sign out and forget', async () => (await forgetAccount('c-1')) === 'all'],
] as const

/** A database whose stores are another tab's until `turn`. */
const busyUntil = (turn: Promise<void>): MemoryDatabase => ({
  ...database,
  transaction: (names) => {
    const opened = database.transaction(names)
    let isAborted = false
    const wait = async () => {
      await turn
      if (isAborted) throw new DOMException('It was aborted.', 'AbortError')
    }
    const waiting = (store: ReturnType<typeof opened.objectStore>): typeof store => ({
      ...store,
      clear: () => wait().then(store.clear),
      delete: (which) => wait().then(() => store.delete(which)),
    })
    return {
      objectStore: (name) => waiting(opened.objectStore(name)),
      store: opened.store && waiting(opened.store),
      get done() {
        return wait()
      },
      abort: () => {
        isAborted = true
      },
    }
  },
})

test('Forget all takes along what was seen of instances and is no row, which makes room for the note, and leaves what someone wrote or chose', async () => {
  browser.open = () => Promise.resolve(database)
  localStorage.clear()
  for (const name of ['states', 'list-seen', 'told-states', 'told-idle', 'locks'])
    for (const account of ['c-1', 'c-2']) localStorage.setItem(`hatteras:${name}:${account}`, '[]')
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function full(
    this: Storage,
    key,
    text,
  ) {
    if (Object.keys(this).includes('hatteras:states:c-1')) throw new DOMException('', 'QuotaExceededError')
    this[key] = text
  })
  expect(await forgetRemembered()).toBe(true)
  setItem.mockRestore()
  expect(Object.keys(localStorage).toSorted()).toEqual([
    'hatteras:fleets-forgotten',
    'hatteras:locks:c-1',
    'hatteras:locks:c-2',
  ])
})

test.each(clearings)('%s, once told as failed, deletes nothing later', async (_, clear) => {
  let begin = () => {}
  const turn = new Promise<void>((resolve) => {
    begin = resolve
  })
  browser.open = () => Promise.resolve(busyUntil(turn))
  const cleared = clear()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await cleared).toBe(false)
  const before = rows()
  begin()
  await vi.advanceTimersByTimeAsync(1000)
  expect(rows()).toEqual(before)
  expect(rows()).toHaveLength(5)
})

test.each([
  ...clearings,
  ['Export', async () => (await exportStored(start)) !== null],
  [
    'Import',
    async () => {
      const file = { app: 'hatteras', format: 1, settings: {}, database: {} }
      return typeof (await importStored(JSON.stringify(file), 'c-1', start)) !== 'string'
    },
  ],
] as const)('%s, asked for again, tries the database again at once', async (_, ask) => {
  browser.open = () => Promise.reject(new Error('It does not open.'))
  expect(await ask()).toBe(false)
  browser.open = () => Promise.resolve(database)
  expect(await ask()).toBe(true)
})
