import type { IDBPObjectStore } from 'idb'
import * as z from 'zod/mini'

import { isReportedAlready, type SeenChange } from '#model/activity/changes.ts'
import { type Happening, happeningsOf } from '#model/activity/happenings.ts'
import { type RecordEntry, recordSchema } from '#model/activity/record.ts'
import { isPast } from '#model/usage/usage.ts'

import { writeOfAccount } from './account-writes.ts'
import { abort, retryDatabase, type Schema, withDatabase } from './database.ts'
import { forgottenHere, watchForgetting } from './forgotten.ts'
import { storedChanged } from './stored-parts.ts'

/** An entry as it stands in the store. */
export const activityRow = z.object({
  ...recordSchema.shape,
  connection: z.string(),
  id: z.string(),
  outcome: z.optional(z.string()),
})
const sightingSchema = z.object({ uuid: z.string(), outcome: z.string() })

const maxEntries = 2000

/** What could not be stored, by account, newest last: it lasts as long as the page. */
const unstored = new Map<string, RecordEntry[]>()
forgottenHere.listen((connection) => void unstored.delete(connection))

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** Readings of two tabs may overtake one another on their way, by about this much. */
const overlapMs = 1000

type Store = IDBPObjectStore<Schema, readonly ['activity'], 'activity', 'readwrite'>

const add = (store: Store, connection: string, entry: RecordEntry & { outcome?: string }) =>
  store.add({ connection, id: Math.random().toString(36).slice(2), ...entry })

const dropOldest = async (store: Store, connection: string): Promise<void> => {
  const keys = await store.getAllKeys(account(connection))
  for (const key of keys.slice(0, Math.max(0, keys.length - maxEntries))) await store.delete(key)
}

const changed = (connection: string) => storedChanged.emit({ connectionId: connection, part: 'activity' })

const holdUnstored = (connection: string, entries: readonly RecordEntry[]) => {
  unstored.set(connection, [...(unstored.get(connection) ?? []), ...entries].slice(-maxEntries))
  changed(connection)
}

/**
 * Adds entries and drops the oldest beyond 2,000. Where the browser does not store them they last as long as the page. Those of an
 * account that is forgotten meanwhile go with it.
 */
export const recordActivity = async (
  connection: string,
  entries: readonly RecordEntry[],
  isForgotten = watchForgetting(),
): Promise<void> => {
  const isStored = await writeOfAccount(
    connection,
    isForgotten,
    ['activity'],
    async ({ store }) => {
      for (const entry of entries) await add(store, connection, entry)
      await dropOldest(store, connection)
      return true
    },
    false,
  )
  if (isStored) changed(connection)
  else if (!isForgotten(connection)) holdUnstored(connection, entries)
}

/**
 * Adds what was seen to change between two readings of the fleet (times in milliseconds since the epoch). Every tab sees it; the
 * database lets one write after the other, and the later ones find it told. `since` is when the fleet last changed, `lookedAt` when it
 * was last read before `at`.
 */
export const recordSightings = async (
  connection: string,
  changes: readonly SeenChange[],
  { since, lookedAt, at }: { since: number; lookedAt: number; at: number },
  isForgotten = watchForgetting(),
): Promise<void> => {
  const isStored = await writeOfAccount(
    connection,
    isForgotten,
    ['activity'],
    async ({ store }) => {
      const range = IDBKeyRange.bound([connection, since - overlapMs], [connection, at + overlapMs])
      const reported = (await store.getAll(range)).flatMap((row) => {
        const result = z.safeParse(sightingSchema, row)
        return result.success ? [result.data] : []
      })
      for (const change of changes)
        if (!isReportedAlready(change, reported))
          await add(store, connection, { ...change, at, since: lookedAt, kind: 'saw' })
      await dropOldest(store, connection)
      return true
    },
    false,
  )
  if (isStored) changed(connection)
  else if (!isForgotten(connection))
    holdUnstored(
      connection,
      changes.map(({ uuid, name, change, effect, environment }) => ({
        at,
        since: lookedAt,
        uuid,
        name,
        kind: 'saw',
        change,
        effect,
        environment,
      })),
    )
}

/** Forgets all that this browser did and saw on an account. False where it could not. */
export const clearActivity = async (connection: string): Promise<boolean> => {
  retryDatabase()
  const isCleared = await withDatabase(async (db, late) => {
    const transaction = db.transaction('activity', 'readwrite')
    // Whoever was told that it failed loses nothing afterwards.
    late.addEventListener('abort', () => abort(transaction))
    await transaction.store.delete(account(connection))
    await transaction.done
    return true
  }, false)
  if (isCleared) {
    unstored.delete(connection)
    changed(connection)
  }
  return isCleared
}

/** What happened on an account as far as this browser did or saw it, up to now (ms since the epoch), newest first. */
export const recallActivity = async (connection: string, now: number): Promise<Happening[]> => {
  const rows = await withDatabase<unknown[]>((db) => db.getAll('activity', account(connection)), [])
  const stored = rows.flatMap((row) => {
    const { success, data } = z.safeParse(recordSchema, row)
    return success && isPast(data.at, now) ? [data] : []
  })
  return happeningsOf([...stored, ...(unstored.get(connection) ?? [])], now)
}
