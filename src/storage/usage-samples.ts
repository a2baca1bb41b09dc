import * as z from 'zod/mini'

import type { UsageSample } from '#model/usage.ts'

import { withDatabase } from './database.ts'

const rowSchema = z.object({
  at: z.number(),
  cpu: z.nullable(z.number()),
  memUsed: z.nullable(z.number()),
  memTotal: z.nullable(z.number()),
  diskUsed: z.nullable(z.number()),
  diskTotal: z.nullable(z.number()),
})

/** How far back usage is remembered, in milliseconds: the longest window of the charts. */
const keptFor = 24 * 3_600_000

/** Readings closer together than this are not kept: a day of one instance stays below 9,000 rows. Milliseconds. */
const spacing = 9500

const range = (connection: string, uuid: string, from: number, to: number) =>
  IDBKeyRange.bound([connection, uuid, from], [connection, uuid, to])

/** The remembered usage of an instance since `from`, oldest first; empty where the browser keeps nothing. */
export const recallSamples = (connection: string, uuid: string, from: number): Promise<UsageSample[]> =>
  withDatabase(async (db) => {
    const rows = await db.getAll('samples', range(connection, uuid, from, Number.MAX_SAFE_INTEGER))
    return rows.flatMap((row) => {
      const result = z.safeParse(rowSchema, row)
      return result.success ? [result.data] : []
    })
  }, [])

/** Keeps the newest reading and forgets what is older than a day. `lastKept` is when one was last kept; answers the new value. */
export const rememberSample = async (
  connection: string,
  uuid: string,
  sample: UsageSample,
  lastKept: number | null,
): Promise<number | null> => {
  if (lastKept !== null && Math.abs(sample.at - lastKept) < spacing) return lastKept
  await withDatabase(async (db) => {
    const transaction = db.transaction('samples', 'readwrite')
    await transaction.store.put({ connection, uuid, ...sample })
    await transaction.store.delete(range(connection, uuid, 0, sample.at - keptFor))
    await transaction.done
  }, undefined)
  return sample.at
}
