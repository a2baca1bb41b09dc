import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/**
 * What this browser remembers, by account. All of it is optional: where IndexedDB is blocked, full or damaged, the app works
 * without a memory. Rows are parsed when read, as anything from outside.
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
}

export type Database = IDBPDatabase<Schema>

let opening: Promise<Database | null> | null = null

/** Asynchronous, so that a browser where even touching `indexedDB` throws is caught too. */
const open = async (): Promise<Database> =>
  openDB<Schema>('hatteras', 2, {
    upgrade: (db, oldVersion) => {
      if (oldVersion < 1) {
        db.createObjectStore('samples', { keyPath: ['connection', 'uuid', 'at'] })
        db.createObjectStore('names', { keyPath: ['connection', 'uuid'] })
        db.createObjectStore('activity', { keyPath: ['connection', 'at', 'id'] })
      }
      if (oldVersion < 2) db.createObjectStore('ledger', { keyPath: ['connection', 'kind', 'id'] })
    },
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: () => {
      opening = null
    },
  })

/** The database, or null where the browser will not have one. */
export const database = (): Promise<Database | null> => {
  opening ??= open().catch(() => null)
  return opening
}

/** Runs one piece of work on the database; answers the stand-in where there is none or the work fails. */
export const withDatabase = async <T>(work: (db: Database) => Promise<T>, standIn: T): Promise<T> => {
  const db = await database()
  if (db === null) return standIn
  try {
    return await work(db)
  } catch {
    return standIn
  }
}
