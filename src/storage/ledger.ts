import { boundedLedger } from '#model/ledger/fold.ts'
import type { LedgerTime } from '#model/ledger/clock.ts'
import { joinLedgers } from '#model/ledger/join.ts'
import { emptyLedger, type Ledger, withoutFuture } from '#model/ledger/ledger.ts'

import { type Database, quarantine, type Shelf, withDatabase } from './database.ts'
import { fromRows, laterRows, rowChanges, type StoredLedger, versionOf, watchOf } from './ledger-rows.ts'
import { storedChanged } from './stored-parts.ts'

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** What this tab last saw in the store, by account; all there is where the browser keeps nothing. */
const known = new Map<string, StoredLedger>()

const blank: StoredLedger = { ledger: emptyLedger, version: 0 }

/** The version of a ledger that no store has: it is read again as soon as there is one. */
const unstored = -1

const openTransaction = (db: Database) => db.transaction(['ledger', 'quarantine'], 'readwrite')

type Key = [string, string, string]

/** What is needed of the store of ledgers, and of the one for what cannot be read, within one transaction. */
interface Stores {
  ledger: {
    get: (key: Key) => Promise<unknown>
    getAll: (range: IDBKeyRange) => Promise<unknown[]>
    put: (row: unknown) => Promise<unknown>
    delete: (key: Key) => Promise<void>
  }
  shelf: Shelf
}

const storesOf = (transaction: ReturnType<typeof openTransaction>): Stores => ({
  ledger: transaction.objectStore('ledger'),
  shelf: transaction.objectStore('quarantine'),
})

/**
 * The ledger as it is stored; what another tab wrote is read only where there is more of it than the end of the last watch. Rows
 * that cannot be read are put aside, as they would stand in the way of new ones.
 */
const current = async (
  { ledger: store, shelf }: Stores,
  connection: string,
  now: number,
): Promise<StoredLedger> => {
  const mine = known.get(connection)
  const last = mine?.ledger.watches.at(-1)
  if (mine !== undefined && last !== undefined) {
    const version = versionOf(await store.get([connection, 'head', '']))
    const watch = watchOf(await store.get([connection, 'watch', `${last.from}`]))
    if (version === mine.version && watch !== null)
      return { version, ledger: { ...mine.ledger, watches: [...mine.ledger.watches.slice(0, -1), watch] } }
  }
  const stored = fromRows(await store.getAll(account(connection)))
  if (stored === null) return blank
  for (const { kind, id, row, healed } of stored.damaged) {
    await quarantine(shelf, 'ledger', [row], now)
    if (healed === null) await store.delete([connection, kind, id])
    else await store.put({ connection, ...healed })
  }
  return stored
}

const write = async (
  { ledger: store }: Stores,
  connection: string,
  before: StoredLedger,
  ledger: Ledger,
): Promise<StoredLedger> => {
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

/** The rows, as they are, of what `withoutFuture` leaves out. The end of a watch alone is no row's worth. */
const futureRows = (connection: string, { ledger, version }: StoredLedger, time: LedgerTime) => {
  const past = withoutFuture(ledger, time)
  const { put } = rowChanges(past, ledger, version)
  return put
    .filter(
      ({ kind, id }) =>
        kind !== 'head' && !(kind === 'watch' && past.watches.some(({ from }) => `${from}` === id)),
    )
    .map((row) => Object.assign(row, { connection }))
}

/**
 * Changes the ledger of an account, in one transaction: tabs take turns, and each goes on from what the others wrote. Keeps it within
 * its bounds, and sets aside what was written while a clock was ahead (see `withoutFuture`). Where the browser keeps nothing, the ledger lasts as long as the page. Returns the ledger after the change.
 */
export const changeLedger = async (
  connection: string,
  time: LedgerTime,
  change: (ledger: Ledger) => Ledger,
): Promise<Ledger> => {
  const next = (ledger: Ledger) => boundedLedger(change(withoutFuture(ledger, time)), time.now)
  const stored = await withDatabase(async (db) => {
    const transaction = openTransaction(db)
    const stores = storesOf(transaction)
    const before = await current(stores, connection, time.now)
    await quarantine(stores.shelf, 'ledger', futureRows(connection, before, time), time.now)
    const after = await write(stores, connection, before, next(before.ledger))
    await transaction.done
    return after
  }, null)
  const after = stored ?? { ledger: next(known.get(connection)?.ledger ?? emptyLedger), version: unstored }
  known.set(connection, after)
  storedChanged.emit({ connectionId: connection, part: 'ledger' })
  return after.ledger
}

/**
 * Joins the rows of a ledger from elsewhere to the one that is stored (see `joinLedgers`). Returns whether anything of it was taken,
 * and the rows that could not be read.
 */
export const joinStoredLedger = async (
  stores: Stores,
  connection: string,
  rows: readonly unknown[],
  now: number,
): Promise<{ isTaken: boolean; unread: readonly unknown[] }> => {
  const other = fromRows(rows)
  const before = await current(stores, connection, now)
  const ledger = other === null ? before.ledger : joinLedgers(before.ledger, other.ledger)
  const isTaken = ledger !== before.ledger
  if (isTaken) known.set(connection, await write(stores, connection, before, boundedLedger(ledger, now)))
  const unread = [...(other?.damaged.map(({ row }) => row) ?? []), ...laterRows(rows)]
  return { isTaken, unread }
}

/** The ledger of an account as this browser stores it, without what was written while the clock was ahead. */
export const loadLedger = async (connection: string, now: number): Promise<Ledger> => {
  const stored = await withDatabase<StoredLedger | null>(
    async (db) => fromRows(await db.getAll('ledger', account(connection))) ?? blank,
    null,
  )
  return withoutFuture((stored ?? known.get(connection) ?? blank).ledger, { now, isSure: true })
}
