import { type DBSchema, type IDBPDatabase, openDB, unwrap, wrap } from 'idb'

import { SECOND } from '#lib/time.ts'

import { createDatabaseConnection, type DatabaseProblem } from './database-connection.ts'
import { everyAccount, storedChanged } from './stored-parts.ts'

/**
 * What this browser stores, by account. All of it is optional: where IndexedDB is blocked, full or damaged, the app works
 * without. Rows are parsed when read, as anything from outside.
 */
export interface Schema extends DBSchema {
  /** Usage readings of running containers, for charts that are not empty after a reload. */
  samples: { key: [string, string, number]; value: unknown }
  /** Which uuid last had which name, for bookmarks of renamed and deleted instances. */
  names: { key: [string, string]; value: unknown }
  /** What this browser did and what it saw change. */
  activity: { key: [string, number, string]; value: unknown }
  /** What this browser saw of states and rates, and so of costs. */
  ledger: { key: [string, string, string]; value: unknown }
  /** Rows that could not be read, kept as they were: a later version may know what to make of them. */
  quarantine: { key: number; value: unknown }
}

export type Database = IDBPDatabase<Schema>
export type StoreName = 'samples' | 'names' | 'activity' | 'ledger' | 'quarantine'

export const databaseName = 'hatteras'

/** Ends and undoes a transaction. */
export const abort = (transaction: Pick<IDBTransaction, 'abort'>): void => {
  try {
    transaction.abort()
  } catch {
    // It is being committed, for which the page is not needed.
  }
}

/** The transactions that have not ended. */
const underWay = new Set<IDBTransaction>()

const followTransactions = (db: Database): Database => {
  const native = unwrap(db)
  native.transaction = (...args) => {
    const transaction = IDBDatabase.prototype.transaction.apply(native, args)
    underWay.add(transaction)
    const end = () => underWay.delete(transaction)
    // Whoever waits for it is told as well; nobody has to.
    wrap(transaction).done.then(end, end)
    return transaction
  }
  return db
}

const connection = createDatabaseConnection<Database>({
  open: async (onLost) =>
    followTransactions(
      await openDB<Schema>(databaseName, 3, {
        upgrade: (db, oldVersion) => {
          if (oldVersion < 1) {
            db.createObjectStore('samples', { keyPath: ['connection', 'uuid', 'at'] })
            db.createObjectStore('names', { keyPath: ['connection', 'uuid'] })
            db.createObjectStore('activity', { keyPath: ['connection', 'at', 'id'] })
          }
          if (oldVersion < 2) db.createObjectStore('ledger', { keyPath: ['connection', 'kind', 'id'] })
          if (oldVersion < 3) db.createObjectStore('quarantine', { autoIncrement: true })
        },
        blocking: (_current, _blocked, event) => {
          if (event.target instanceof IDBDatabase) event.target.close()
          onLost()
          // What says how storage is looks again.
          storedChanged.emit({ connectionId: everyAccount, part: 'counts' })
        },
        terminated: onLost,
      }),
    ),
  abort: () => underWay.forEach(abort),
  now: () => Date.now(),
  limitMs: 10 * SECOND,
  retryMs: 30 * SECOND,
})

// A page of WebKit's back/forward cache keeps its transactions locked for every other page, and gets no more responses from a
// connection that it kept open.
if ('addEventListener' in globalThis) {
  globalThis.addEventListener('pagehide', ({ persisted }) => persisted && connection.leave(), {
    capture: true,
  })
  globalThis.addEventListener('pagehide', ({ persisted }) => !persisted && connection.close())
  globalThis.addEventListener('pageshow', connection.comeBack, { capture: true })
}

/** Runs one piece of work on the database; returns the stand-in where there is none or the work fails. */
export const withDatabase = connection.run

/** Why nothing is stored at present; null where all is well. */
export const databaseProblem = (): DatabaseProblem | null => connection.problem()

/** The next work tries at once, however short a time ago an opening failed: for what someone asks for, perhaps once more. */
export const retryDatabase = connection.retry

/** Whether this browser lets the app have databases at all. */
export const hasDatabases = (): boolean => {
  try {
    return indexedDB instanceof IDBFactory
  } catch {
    return false
  }
}

/** What is needed of the quarantine, within a transaction. */
export interface Shelf {
  add: (row: unknown) => Promise<unknown>
  getAllKeys: () => Promise<number[]>
  delete: (key: number) => Promise<void>
}

/** A damaged store must not fill the disk: beyond this many rows the oldest go. */
const maxQuarantined = 10_000

/** Puts rows of another store aside as they are; taking them out of there is up to the caller, in the same transaction. */
export const quarantine = async (
  store: Shelf,
  from: string,
  rows: readonly unknown[],
  at: number,
): Promise<void> => {
  if (rows.length === 0) return
  for (const row of rows) await store.add({ from, at, row })
  const keys = await store.getAllKeys()
  for (const key of keys.slice(0, Math.max(0, keys.length - maxQuarantined))) await store.delete(key)
}
