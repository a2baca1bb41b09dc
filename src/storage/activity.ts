import type { IDBPObjectStore } from 'idb'
import * as z from 'zod/mini'

import { createEmitter } from '#lib/emitter.ts'
import { isToldAlready, type SeenChange } from '#model/activity.ts'

import { type Schema, withDatabase } from './database.ts'

const entrySchema = z.object({
  /** When, in milliseconds since the epoch. */
  at: z.number(),
  uuid: z.nullable(z.string()),
  name: z.string(),
  text: z.string(),
  /** `did` was asked for in this browser; `saw` is what its readings of the fleet showed. */
  kind: z.enum(['did', 'saw']),
})
const sightingSchema = z.object({ uuid: z.string(), outcome: z.string() })
export type ActivityEntry = z.output<typeof entrySchema>

const maxEntries = 2000

/** Tells of the account whose record has just grown in this tab. */
export const activityRecorded = createEmitter<string>()

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** Readings of two tabs may overtake one another on their way, by about this much. */
const overlapMs = 1000

type Store = IDBPObjectStore<Schema, ['activity'], 'activity', 'readwrite'>

const add = (store: Store, connection: string, entry: ActivityEntry & { outcome?: string }) =>
  store.add({ connection, id: Math.random().toString(36).slice(2), ...entry })

const dropOldest = async (store: Store, connection: string): Promise<void> => {
  const keys = await store.getAllKeys(account(connection))
  for (const key of keys.slice(0, Math.max(0, keys.length - maxEntries))) await store.delete(key)
}

/** Adds entries and drops the oldest beyond 2,000. Quiet where the browser keeps nothing. */
export const recordActivity = (connection: string, entries: readonly ActivityEntry[]): Promise<void> =>
  withDatabase(async (db) => {
    const transaction = db.transaction('activity', 'readwrite')
    for (const entry of entries) await add(transaction.store, connection, entry)
    await dropOldest(transaction.store, connection)
    await transaction.done
    activityRecorded.emit(connection)
  }, undefined)

/**
 * Adds what was seen to change between two readings of the fleet (times in milliseconds since the epoch). Every tab sees it; the
 * database lets one write after the other, and the later ones find it told.
 */
export const recordSightings = (
  connection: string,
  changes: readonly SeenChange[],
  { since, at }: { since: number; at: number },
): Promise<void> =>
  withDatabase(async (db) => {
    const transaction = db.transaction('activity', 'readwrite')
    const { store } = transaction
    const rows = await store.getAll(IDBKeyRange.bound([connection, since - overlapMs], [connection, []]))
    const told = rows.flatMap((row) => {
      const result = z.safeParse(sightingSchema, row)
      return result.success ? [result.data] : []
    })
    for (const change of changes)
      if (!isToldAlready(change, told)) await add(store, connection, { ...change, at, kind: 'saw' })
    await dropOldest(store, connection)
    await transaction.done
    activityRecorded.emit(connection)
  }, undefined)

/** Forgets all that this browser did and saw on an account. False where it could not. */
export const clearActivity = (connection: string): Promise<boolean> =>
  withDatabase(async (db) => {
    await db.delete('activity', account(connection))
    activityRecorded.emit(connection)
    return true
  }, false)

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
