import * as z from 'zod/mini'

import { createEmitter } from '#lib/emitter.ts'

import { withDatabase } from './database.ts'

const entrySchema = z.object({
  /** When, in milliseconds since the epoch. */
  at: z.number(),
  uuid: z.nullable(z.string()),
  name: z.string(),
  text: z.string(),
  /** `did` was asked for in this browser; `saw` is what its readings of the fleet showed. */
  kind: z.enum(['did', 'saw']),
})
export type ActivityEntry = z.output<typeof entrySchema>

const maxEntries = 2000

/** Tells of the account whose record has just grown in this tab. */
export const activityRecorded = createEmitter<string>()

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** Adds entries and drops the oldest beyond 2,000. Quiet where the browser keeps nothing. */
export const recordActivity = (connection: string, entries: readonly ActivityEntry[]): Promise<void> =>
  withDatabase(async (db) => {
    const transaction = db.transaction('activity', 'readwrite')
    for (const entry of entries)
      await transaction.store.add({ connection, id: Math.random().toString(36).slice(2), ...entry })
    const keys = await transaction.store.getAllKeys(account(connection))
    for (const key of keys.slice(0, Math.max(0, keys.length - maxEntries)))
      await transaction.store.delete(key)
    await transaction.done
    activityRecorded.emit(connection)
  }, undefined)

/** What this browser did and saw on an account, newest first. */
export const recallActivity = (connection: string): Promise<ActivityEntry[]> =>
  withDatabase(async (db) => {
    const rows = await db.getAll('activity', account(connection))
    return rows
      .flatMap((row) => {
        const result = z.safeParse(entrySchema, row)
        return result.success ? [result.data] : []
      })
      .toReversed()
  }, [])
