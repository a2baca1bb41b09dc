import { createEmitter } from '#lib/emitter.ts'
import { boundedLedger } from '#model/ledger-fold.ts'
import { emptyLedger, type Ledger } from '#model/ledger.ts'

import { type Database, withDatabase } from './database.ts'
import { fromRows, rowChanges, type StoredLedger, versionOf, watchOf } from './ledger-rows.ts'

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** What this tab last saw in the store, by account; all there is where the browser keeps nothing. */
const known = new Map<string, StoredLedger>()

const blank: StoredLedger = { ledger: emptyLedger, version: 0 }

/** The version of a ledger that no store has: it is read again as soon as there is one. */
const unstored = -1

const openStore = (db: Database) => db.transaction('ledger', 'readwrite').store
type Store = ReturnType<typeof openStore>

/** The ledger as it is stored; what another tab wrote is read only where there is more of it than the end of the last watch. */
const current = async (store: Store, connection: string): Promise<StoredLedger> => {
  const mine = known.get(connection)
  const last = mine?.ledger.watches.at(-1)
  if (mine !== undefined && last !== undefined) {
    const version = versionOf(await store.get([connection, 'head', '']))
    const watch = watchOf(await store.get([connection, 'watch', `${last.from}`]))
    if (version === mine.version && watch !== null)
      return { version, ledger: { ...mine.ledger, watches: [...mine.ledger.watches.slice(0, -1), watch] } }
  }
  const stored = fromRows(await store.getAll(account(connection)))
  if (stored === null) await store.delete(account(connection))
  return stored ?? blank
}

const write = async (store: Store, connection: string, before: StoredLedger, ledger: Ledger) => {
  const isMore =
    ledger.instances !== before.ledger.instances || ledger.watches.length !== before.ledger.watches.length
  const version = before.version + (isMore ? 1 : 0)
  const { put, drop } = rowChanges(before.ledger, ledger, version)
  await Promise.all([
    ...drop.map(({ kind, id }) => store.delete([connection, kind, id])),
    ...put.map((row) => store.put({ connection, ...row })),
  ])
  return { ledger, version }
}

/** Tells the connection whose ledger this tab has written. */
export const ledgerWritten = createEmitter<string>()

/**
 * Changes the ledger of an account, in one transaction: tabs take turns, and each goes on from what the others wrote. Keeps it within
 * its bounds. Where the browser keeps nothing, the ledger lasts as long as the page. Answers the ledger after the change.
 */
export const changeLedger = async (
  connection: string,
  now: number,
  change: (ledger: Ledger) => Ledger,
): Promise<Ledger> => {
  const next = (ledger: Ledger) => boundedLedger(change(ledger), now)
  const stored = await withDatabase(async (db) => {
    const store = openStore(db)
    const before = await current(store, connection)
    const after = await write(store, connection, before, next(before.ledger))
    await store.transaction.done
    return after
  }, null)
  const after = stored ?? { ledger: next(known.get(connection)?.ledger ?? emptyLedger), version: unstored }
  known.set(connection, after)
  ledgerWritten.emit(connection)
  return after.ledger
}

/** The ledger of an account as this browser keeps it. */
export const loadLedger = async (connection: string): Promise<Ledger> => {
  const stored = await withDatabase(
    async (db) => fromRows(await db.getAll('ledger', account(connection))) ?? blank,
    null,
  )
  return (stored ?? known.get(connection) ?? blank).ledger
}
