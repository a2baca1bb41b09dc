import * as z from 'zod/mini'

import { accountOf } from './account-writes.ts'
import { abort, hasDatabases, retryDatabase, withDatabase } from './database.ts'
import { noteForgotten } from './forgotten.ts'

const ofAccount = z.object({ connectionId: z.string() })

/** Whose account is shown is up to the session, which has to tell "nobody's" from "not known". */
const currentKey = 'hatteras:current'

/** Whether an entry of this browser's small stores is one of the account: by its name, or by what it says. */
const isOfAccount = (name: string, text: string, connectionId: string): boolean => {
  if (!name.startsWith('hatteras:') || name === currentKey) return false
  if (name.endsWith(`:${connectionId}`)) return true
  try {
    const value: unknown = JSON.parse(text)
    return value === connectionId || z.safeParse(ofAccount, value).data?.connectionId === connectionId
  } catch {
    return text === connectionId
  }
}

const forgetIn = (open: () => Storage, connectionId: string): void => {
  try {
    const store = open()
    for (const name of Object.keys(store))
      if (isOfAccount(name, store.getItem(name) ?? '', connectionId)) store.removeItem(name)
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

const forgetEntries = (connectionId: string): void => {
  forgetIn(() => globalThis.localStorage, connectionId)
  forgetIn(() => globalThis.sessionStorage, connectionId)
}

/**
 * Deletes all of an account that is not a row of the database. The first time makes room for the note in a full store; after the note
 * nobody adds anything.
 */
export const forgetAllButRows = (connectionId: string): void => {
  forgetEntries(connectionId)
  noteForgotten(connectionId)
  forgetEntries(connectionId)
}

const stores = ['samples', 'names', 'activity', 'ledger'] as const

/** What of an account was forgotten: of `part`, only the rows of the database may still be there. */
export type Forgotten = 'all' | 'part' | 'nothing'

const forgetWithRows = async (connectionId: string): Promise<Forgotten> => {
  retryDatabase()
  let soFar: Forgotten = 'nothing'
  const isDone = await withDatabase(async (db, late) => {
    const transaction = db.transaction([...stores, 'quarantine'] as const, 'readwrite')
    // It may have to wait for long, for an import in another tab: whoever was told that it failed loses nothing afterwards.
    late.addEventListener('abort', () => abort(transaction))
    const range = IDBKeyRange.bound([connectionId], [connectionId, []])
    for (const store of stores) await transaction.objectStore(store).delete(range)
    const shelf = transaction.objectStore('quarantine')
    for (const key of await shelf.getAllKeys())
      if (accountOf(await shelf.get(key)) === connectionId) await shelf.delete(key)
    // Before others have their turn with the stores: they look at the note before they write.
    soFar = 'part'
    forgetAllButRows(connectionId)
    await transaction.done
    return true
  }, false)
  return isDone ? 'all' : soFar
}

/**
 * Deletes all that this browser stores of an account but its key: usage, names, activity and the ledger; notes, tags, locks, recipes,
 * rates, views, the budget and timers; and the form begun in this tab. The other tabs hear of it, and do their part. Where the database
 * did not let go it says so; once more deletes what is left.
 */
export const forgetAccount = async (connectionId: string): Promise<Forgotten> => {
  if (hasDatabases()) return forgetWithRows(connectionId)
  forgetAllButRows(connectionId)
  return 'all'
}
