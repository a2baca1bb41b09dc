import { withDatabase } from './database.ts'

/** How much this browser remembers of what passed by, of all accounts. */
export interface Remembered {
  samples: number
  names: number
  activity: number
}

/** Counts what is remembered; null where the browser keeps nothing. */
export const countRemembered = (): Promise<Remembered | null> =>
  withDatabase<Remembered | null>(
    async (db) => ({
      samples: await db.count('samples'),
      names: await db.count('names'),
      activity: await db.count('activity'),
    }),
    null,
  )

/** Forgets all of it, for good. False where that did not work: then nothing was forgotten. */
export const forgetRemembered = (): Promise<boolean> =>
  withDatabase(async (db) => {
    const stores = [...db.objectStoreNames]
    const transaction = db.transaction(stores, 'readwrite')
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    await transaction.done
    return true
  }, false)
