import { boundedLedger } from '#model/ledger/fold.ts'
import type { LedgerTime } from '#model/ledger/clock.ts'
import { joinLedgers } from '#model/ledger/join.ts'
import { emptyLedger, type Ledger, withoutFuture } from '#model/ledger/ledger.ts'

import { writeOfAccount } from './account-writes.ts'
import { quarantine, type Shelf, withDatabase } from './database.ts'
import { caughtUp, rowChanges } from './ledger-changes.ts'
import { fromRows, laterRows, type StoredLedger } from './ledger-rows.ts'
import { forgottenHere, watchForgetting } from './forgotten.ts'
import { storedChanged } from './stored-parts.ts'

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** What this tab last saw in the store, by account; all there is where the browser keeps nothing. */
const known = new Map<string, StoredLedger>()

const blank: StoredLedger = { ledger: emptyLedger, version: 0, changed: [] }

// The store's own rows are deleted elsewhere.
forgottenHere.listen((connection) => void known.delete(connection))

/** The version of a ledger that no store has: it is read again as soon as there is one. */
const unstored = -1

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

/** The ledger as it is stored where this tab knows all but what changed since; null where it has to read all. */
const latestOf = async (
  connection: string,
  get: (key: Key) => Promise<unknown>,
): Promise<StoredLedger | null> => {
  const mine = known.get(connection)
  return mine === undefined ? null : caughtUp(mine, (kind, id) => get([connection, kind, id]))
}

/** The ledger as it is stored. Rows that cannot be read are put aside, as they would stand in the way of new ones. */
const current = async (
  { ledger: store, shelf }: Stores,
  connection: string,
  now: number,
): Promise<StoredLedger> => {
  const latest = await latestOf(connection, (key) => store.get(key))
  if (latest !== null) return latest
  const stored = fromRows(await store.getAll(account(connection)))
  if (stored === null) return blank
  for (const { kind, id, row, healed } of stored.damaged) {
    await quarantine(shelf, 'ledger', [row], now)
    if (healed === null) await store.delete([connection, kind, id])
    else await store.put({ connection, ...healed })
  }
  return stored
}

/** So many rows are written in one task. */
const atOnce = 100

const write = async (
  { ledger: store }: Stores,
  connection: string,
  before: StoredLedger,
  ledger: Ledger,
): Promise<StoredLedger> => {
  const isMore =
    ledger.instances !== before.ledger.instances || ledger.watches.length !== before.ledger.watches.length
  const version = before.version + (isMore ? 1 : 0)
  const { put, drop, changed } = rowChanges(before.ledger, ledger, version, before.changed)
  const steps = [
    ...drop.map(
      ({ kind, id }) =>
        () =>
          store.delete([connection, kind, id]),
    ),
    ...put.map((row) => () => store.put({ connection, ...row })),
  ]
  // In parts: thousands at once would hold up what is typed.
  for (let from = 0; from < steps.length; from += atOnce)
    await Promise.all(steps.slice(from, from + atOnce).map((step) => step()))
  return { ledger, version, changed }
}

/** The rows, as they are, of what `withoutFuture` leaves out. The end of a watch alone is no row's worth. */
const futureRows = (connection: string, { ledger, version }: StoredLedger, time: LedgerTime) => {
  const past = withoutFuture(ledger, time)
  if (past === ledger) return []
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
 * its bounds, and sets aside what was written while a clock was ahead (see `withoutFuture`). Where the browser keeps nothing, the ledger
 * lasts as long as the page; where the account is forgotten meanwhile, not even that. Returns the ledger after the change.
 */
export const changeLedger = async (
  connection: string,
  time: LedgerTime,
  change: (ledger: Ledger) => Ledger,
  isForgotten = watchForgetting(),
): Promise<Ledger> => {
  const next = (ledger: Ledger) => boundedLedger(change(withoutFuture(ledger, time)), time.now)
  const stored = await writeOfAccount<readonly ['ledger', 'quarantine'], StoredLedger | null>(
    connection,
    isForgotten,
    ['ledger', 'quarantine'],
    async (transaction) => {
      const shelf = transaction.objectStore('quarantine')
      const stores = { ledger: transaction.objectStore('ledger'), shelf }
      const before = await current(stores, connection, time.now)
      await quarantine(shelf, 'ledger', futureRows(connection, before, time), time.now)
      return write(stores, connection, before, next(before.ledger))
    },
    null,
  )
  const after = stored ?? {
    ledger: next(known.get(connection)?.ledger ?? emptyLedger),
    version: unstored,
    changed: [],
  }
  if (isForgotten(connection)) return after.ledger
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
  const stored = await withDatabase<StoredLedger | null>(async (db) => {
    const latest = await latestOf(connection, (key) => db.get('ledger', key))
    if (latest !== null) return latest
    const read = fromRows(await db.getAll('ledger', account(connection)))
    if (read === null) return blank
    // What is damaged is healed by the next change, which has to read all of it for that.
    if (read.damaged.length === 0) known.set(connection, read)
    return read
  }, null)
  return withoutFuture((stored ?? known.get(connection) ?? blank).ledger, { now, isSure: true })
}
