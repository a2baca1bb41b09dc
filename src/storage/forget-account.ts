import * as z from 'zod/mini'

import { SECOND } from '#lib/time.ts'

import { accountOf } from './account-writes.ts'
import { clearActivity } from './activity.ts'
import { databaseProblem, withDatabase } from './database.ts'
import { noteForgotten } from './forgotten.ts'

const forgetRows = (connectionId: string): Promise<boolean> =>
  withDatabase(async (db) => {
    const range = IDBKeyRange.bound([connectionId], [connectionId, []])
    const transaction = db.transaction(['samples', 'names', 'ledger', 'quarantine'], 'readwrite')
    await transaction.objectStore('samples').delete(range)
    await transaction.objectStore('names').delete(range)
    await transaction.objectStore('ledger').delete(range)
    let aside = await transaction.objectStore('quarantine').openCursor()
    while (aside !== null) {
      if (accountOf(aside.value) === connectionId) await aside.delete()
      aside = await aside.continue()
    }
    await transaction.done
    return true
  }, false)

const ofAccount = z.object({ connectionId: z.string() })

/** Whether an entry of this browser's small stores is one of the account: by its name, or by what it says. */
const isOfAccount = (name: string, text: string, connectionId: string): boolean => {
  if (!name.startsWith('hatteras:')) return false
  if (name.endsWith(`:${connectionId}`)) return true
  try {
    const value: unknown = JSON.parse(text)
    return value === connectionId || z.safeParse(ofAccount, value).data?.connectionId === connectionId
  } catch {
    return text === connectionId
  }
}

const forgetEntries = (open: () => Storage, connectionId: string): void => {
  try {
    const store = open()
    for (const name of Object.keys(store))
      if (isOfAccount(name, store.getItem(name) ?? '', connectionId)) store.removeItem(name)
  } catch {
    // Storage is blocked: there is nothing in it.
  }
}

/**
 * Deletes all that this browser stores of an account but its key: usage, names, activity and the ledger; notes, tags, locks, recipes,
 * rates, views, the budget and timers; and the form begun in this tab. The other tabs hear of it, and do their part. False where the
 * database did not let go: then nothing was deleted but what went before.
 */
export const forgetAccount = async (connectionId: string): Promise<boolean> => {
  if (databaseProblem() !== 'unavailable' && !(await forgetRows(connectionId))) return false
  await clearActivity(connectionId)
  forgetEntries(() => globalThis.localStorage, connectionId)
  forgetEntries(() => globalThis.sessionStorage, connectionId)
  noteForgotten(connectionId)
  return true
}

/** Deletes it once more after the key is gone: what pages of the account were about to write as they closed, here and in other tabs. */
export const forgetWhatFollows = (connectionId: string): void => {
  for (const after of [0, 2 * SECOND]) setTimeout(() => void forgetAccount(connectionId), after)
}
