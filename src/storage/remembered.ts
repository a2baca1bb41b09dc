import { everyAccount, storedChanged, storedParts } from './stored-parts.ts'
import {
  abort,
  type Database,
  databaseProblem,
  retryDatabase,
  type StoreName,
  withDatabase,
} from './database.ts'
import type { DatabaseProblem } from './database-connection.ts'
import { listSeen, statesSeen } from './instances.ts'
import { forgetLastFleets, lastFleetBytes } from './last-fleet.ts'
import { notifiedStates } from './notified.ts'
import { notifiedIdle } from './preferences.ts'
import { readSettings } from './transfer-settings.ts'

/** About how many bytes each part takes, written as JSON. */
export type StoredBytes = Record<'samples' | 'names' | 'activity' | 'ledger' | 'settings', number>

/** How much this browser has stored of what passed by, of all accounts. */
export interface Remembered {
  samples: number
  names: number
  activity: number
  /** Rows of what was seen of costs: instances, days and times of watching. */
  ledger: number
  /** Rows that this version cannot read, or that were written while a clock was ahead. */
  quarantine: number
  bytes: StoredBytes
}

/** So many rows of a store stand for the others when their size is guessed. */
const weighed = 100

/** How many rows a store has, and about how many bytes they take. */
const weigh = async (db: Database, store: StoreName) => {
  const count = await db.count(store)
  const some = await db.getAll(store, undefined, weighed)
  const each = some.length === 0 ? 0 : JSON.stringify(some).length / some.length
  return { count, bytes: Math.round(count * each) }
}

const countIn = async (db: Database): Promise<Remembered> => {
  const samples = await weigh(db, 'samples')
  const names = await weigh(db, 'names')
  const activity = await weigh(db, 'activity')
  const ledger = await weigh(db, 'ledger')
  const settings = readSettings()
  return {
    samples: samples.count,
    names: names.count,
    activity: activity.count,
    ledger: ledger.count,
    quarantine: await db.count('quarantine'),
    bytes: {
      samples: samples.bytes,
      names: names.bytes + lastFleetBytes(),
      activity: activity.bytes,
      ledger: ledger.bytes,
      settings: Object.keys(settings).length === 0 ? 0 : JSON.stringify(settings).length,
    },
  }
}

/** Counts what is stored, or says why nothing is. */
export const countRemembered = async (): Promise<Remembered | DatabaseProblem> =>
  (await withDatabase<Remembered | null>(countIn, null)) ?? databaseProblem() ?? 'unavailable'

/** What was seen of the instances of each account and is no row of the database. */
const seenKinds = [listSeen, statesSeen, notifiedStates, notifiedIdle]

const forgetSeen = (): void => {
  try {
    for (const key of Object.keys(localStorage))
      if (seenKinds.some(({ name }) => key.startsWith(`hatteras:${name}:`))) localStorage.removeItem(key)
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

/** Forgets all of it, for good. False where that did not work: then nothing was forgotten. */
export const forgetRemembered = async (): Promise<boolean> => {
  retryDatabase()
  const isForgotten = await withDatabase(async (db, late) => {
    const stores = [...db.objectStoreNames]
    const transaction = db.transaction(stores, 'readwrite')
    late.addEventListener('abort', () => abort(transaction))
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    await transaction.done
    return true
  }, false)
  if (!isForgotten) return false
  // Makes room for the note to the other tabs in a full store.
  forgetSeen()
  forgetLastFleets()
  for (const part of storedParts) storedChanged.emit({ connectionId: everyAccount, part })
  return true
}
