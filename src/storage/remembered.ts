import { storedChanged, storedParts } from './stored-parts.ts'
import { type Database, databaseProblem, withDatabase } from './database.ts'
import type { DatabaseProblem } from './database-connection.ts'

/** How much this browser has stored of what passed by, of all accounts. */
export interface Remembered {
  samples: number
  names: number
  activity: number
  /** Rows of what was seen of costs: instances, days and times of watching. */
  ledger: number
  /** Rows that this version cannot read, or that were written while a clock was ahead. */
  quarantine: number
}

const countIn = async (db: Database): Promise<Remembered> => ({
  samples: await db.count('samples'),
  names: await db.count('names'),
  activity: await db.count('activity'),
  ledger: await db.count('ledger'),
  quarantine: await db.count('quarantine'),
})

/** Counts what is stored, or says why nothing is. */
export const countRemembered = async (): Promise<Remembered | DatabaseProblem> =>
  (await withDatabase<Remembered | null>(countIn, null)) ?? databaseProblem() ?? 'refused'

/** Forgets all of it, for good. False where that did not work: then nothing was forgotten. */
export const forgetRemembered = async (connectionId: string): Promise<boolean> => {
  const isForgotten = await withDatabase(async (db) => {
    const stores = [...db.objectStoreNames]
    const transaction = db.transaction(stores, 'readwrite')
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    await transaction.done
    return true
  }, false)
  if (isForgotten) for (const part of storedParts) storedChanged.emit({ connectionId, part })
  return isForgotten
}
