import type { IDBPTransaction } from 'idb'
import * as z from 'zod/mini'

import { type Schema, type StoreName, withDatabase } from './database.ts'
import type { IsForgotten } from './forgotten.ts'

const ownSchema = z.object({ connection: z.string() })
const rowSchema = z.union([
  ownSchema,
  z.pipe(
    z.object({ row: ownSchema }),
    z.transform(({ row }) => row),
  ),
])

/** Whose a row of the database is, also one of the quarantine; null where it does not say. */
export const accountOf = (row: unknown): string | null => z.safeParse(rowSchema, row).data?.connection ?? null

/**
 * Writes of an account, in one transaction, as `withDatabase` does; nothing is written where the account is forgotten before that ends.
 * The work may wait for long, in a page that is frozen or in the back/forward cache, or behind the transaction that forgets.
 */
export const writeOfAccount = <const Names extends readonly StoreName[], T>(
  connection: string,
  isForgotten: IsForgotten,
  stores: Names,
  write: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<T>,
  standIn: T,
): Promise<T> =>
  withDatabase(async (db) => {
    const transaction = db.transaction(stores, 'readwrite')
    const result = await write(transaction)
    // Not before: a transaction has its turn only after those that were there first.
    if (isForgotten(connection)) {
      transaction.abort()
      return standIn
    }
    await transaction.done
    return result
  }, standIn)
