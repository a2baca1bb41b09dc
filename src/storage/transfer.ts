import * as z from 'zod/mini'

import { MINUTE } from '#lib/time.ts'
import { isPast } from '#model/usage/usage.ts'

import { accountOf } from './account-writes.ts'
import { activityRow } from './activity.ts'
import { type Database, quarantine, retryDatabase, type StoreName, withDatabase } from './database.ts'
import { type IsForgotten, watchForgetting } from './forgotten.ts'
import { nameRow } from './known-names.ts'
import { joinStoredLedger } from './ledger.ts'
import { storedChanged, storedParts } from './stored-parts.ts'
import {
  type Accounts,
  anyRow,
  importSettings,
  type Imported,
  parseJson,
  readSettings,
} from './transfer-settings.ts'
import { sampleRow } from './usage-samples.ts'

const format = 1
const storeNames = ['samples', 'names', 'activity', 'ledger', 'quarantine'] as const satisfies StoreName[]

/** Long enough for a year of a large account. */
const limitMs = 5 * MINUTE

/**
 * Everything that this browser has stored, as the text of one file; null where the database could not be read. Without keys, and
 * nothing of what is stored for a tab alone.
 */
export const exportStored = async (now: number): Promise<string | null> => {
  retryDatabase()
  const rows = await withDatabase<Record<string, unknown[]> | null>(
    async (db) => {
      const read: Record<string, unknown[]> = {}
      for (const name of storeNames) read[name] = await db.getAll(name)
      return read
    },
    null,
    limitMs,
  )
  if (rows === null) return null
  const file = {
    app: 'hatteras',
    format,
    exportedAt: new Date(now).toISOString(),
    settings: readSettings(),
    database: rows,
  }
  return JSON.stringify(file)
}

const fileSchema = z.object({
  app: z.literal('hatteras'),
  format: z.int().check(z.gte(1)),
  settings: z.record(z.string(), z.unknown()),
  database: z.record(z.string(), z.array(z.unknown())),
})

type Transaction = ReturnType<typeof openTransaction>
const openTransaction = (db: Database) => db.transaction([...storeNames], 'readwrite')

type Take<Row> = (row: Row) => Promise<'taken' | 'present' | 'rejected'>

/** So many readings are taken at a time: waiting for each one took most of an import. */
const together = 500

interface Into {
  done: Imported
  setAside: unknown[]
  /** Whether the key of an account is in this browser. */
  isHere: (account: string) => boolean
  atOnce?: number
}

/** Takes rows, `atOnce` at a time, and sets aside what it cannot read. */
const takeRows = async <S extends z.ZodMiniType<{ connection: string }>>(
  rows: readonly unknown[],
  schema: S,
  take: Take<z.output<S>>,
  { done, setAside, isHere, atOnce = 1 }: Into,
) => {
  const takeRow = async (row: unknown) => {
    const { success, data } = z.safeParse(schema, row)
    if (success) {
      const what = await take(data)
      done[what] += 1
      if (what === 'taken' && !isHere(data.connection)) done.elsewhere += 1
    } else if (anyRow.safeParse(row).success) setAside.push(row)
    else done.rejected += 1
  }
  for (let from = 0; from < rows.length; from += atOnce)
    await Promise.all(rows.slice(from, from + atOnce).map(takeRow))
}

const importRows = async (
  transaction: Transaction,
  file: Readonly<Record<string, readonly unknown[]>>,
  now: number,
  { isHere, isForgotten }: Accounts,
): Promise<Imported> => {
  const done: Imported = { taken: 0, elsewhere: 0, present: 0, setAside: 0, rejected: 0 }
  const shelf = transaction.objectStore('quarantine')
  // The first answer comes when the transactions before this one have ended, one that forgets an account among them.
  await shelf.count()
  const database: Record<string, readonly unknown[]> = {}
  for (const [name, rows] of Object.entries(file)) {
    database[name] = rows.filter((row) => !isForgotten(accountOf(row) ?? ''))
    done.rejected += rows.length - database[name].length
  }
  const rowsOf = (name: string) => (Object.hasOwn(database, name) ? (database[name] ?? []) : [])
  const aside = async (from: string, rows: readonly unknown[]) => {
    await quarantine(shelf, from, rows, now)
    done.setAside += rows.length
  }

  const samples = transaction.objectStore('samples')
  const odd: Record<string, unknown[]> = { samples: [], names: [], activity: [] }
  const into = (name: string): Into => ({ done, setAside: (odd[name] ??= []), isHere })
  await takeRows(
    rowsOf('samples'),
    sampleRow,
    async (row) => {
      if (!isPast(row.at, now)) return 'rejected'
      if ((await samples.getKey([row.connection, row.uuid, row.at])) !== undefined) return 'present'
      await samples.put(row)
      return 'taken'
    },
    { ...into('samples'), atOnce: together },
  )

  const names = transaction.objectStore('names')
  await takeRows(
    rowsOf('names'),
    nameRow,
    async (row) => {
      const here = nameRow.safeParse(await names.get([row.connection, row.uuid])).data
      if (here !== undefined && here.seenAt >= row.seenAt) return 'present'
      await names.put({ ...row, seenAt: Math.min(row.seenAt, now) })
      return 'taken'
    },
    into('names'),
  )

  const activity = transaction.objectStore('activity')
  await takeRows(
    rowsOf('activity'),
    activityRow,
    async (row) => {
      if (!isPast(row.at, now)) return 'rejected'
      if ((await activity.getKey([row.connection, row.at, row.id])) !== undefined) return 'present'
      await activity.put(row)
      return 'taken'
    },
    into('activity'),
  )
  for (const [name, rows] of Object.entries(odd)) await aside(name, rows)

  const byAccount = new Map<string, unknown[]>()
  for (const row of rowsOf('ledger')) {
    const connection = anyRow.safeParse(row).data?.['connection']
    const account = typeof connection === 'string' ? connection : ''
    const rows = byAccount.get(account)
    if (rows === undefined) byAccount.set(account, [row])
    else rows.push(row)
  }
  for (const [connection, rows] of byAccount) {
    if (connection === '') {
      done.rejected += rows.length
      continue
    }
    const ledger = transaction.objectStore('ledger')
    const { isTaken, unread } = await joinStoredLedger({ ledger, shelf }, connection, rows, now)
    done[isTaken ? 'taken' : 'present'] += rows.length - unread.length
    if (isTaken && !isHere(connection)) done.elsewhere += rows.length - unread.length
    await aside('ledger', unread)
  }

  const known = new Set((await shelf.getAll()).map((row) => JSON.stringify(row)))
  for (const row of rowsOf('quarantine')) {
    if (!anyRow.safeParse(row).success) done.rejected += 1
    else if (known.has(JSON.stringify(row))) done.present += 1
    else {
      await shelf.add(row)
      done.setAside += 1
    }
  }
  for (const [name, rows] of Object.entries(database))
    if (!storeNames.some((one) => one === name)) await aside(name, rows)
  return done
}

interface ImportOptions {
  accounts?: readonly string[]
  isForgotten?: IsForgotten
}

/**
 * Adds what a file of `exportStored` has and this browser lacks; what is here stays. Returns what it did, or a sentence that says why
 * nothing was imported. `accounts` are those whose key is here: what is of another is taken too, and counted. What is of one that is
 * forgotten meanwhile is left out; `isForgotten` tells so since the import was asked for.
 */
export const importStored = async (
  text: string,
  connectionId: string,
  now: number,
  { accounts = [connectionId], isForgotten = watchForgetting() }: ImportOptions = {},
): Promise<Imported | string> => {
  const isHere = (account: string) => accounts.includes(account)
  const raw = parseJson(text)
  if (raw === undefined) return 'This file is not JSON. Nothing was imported.'
  if (anyRow.safeParse(raw).data?.['app'] !== 'hatteras')
    return 'This file was not exported by Hatteras. Nothing was imported.'
  const file = fileSchema.safeParse(raw)
  if (!file.success)
    return 'This file says that it is of Hatteras, but it cannot be read. Nothing was imported.'
  const { settings, database } = file.data
  retryDatabase()
  const done = await withDatabase<Imported | null>(
    async (db) => {
      const transaction = openTransaction(db)
      const counts = await importRows(transaction, database, now, { isHere, isForgotten })
      await transaction.done
      return counts
    },
    null,
    limitMs,
  )
  if (done === null)
    return 'The browser did not store it: its storage is full or blocked. Nothing was imported.'
  importSettings(settings, done, { isHere, isForgotten })
  for (const part of storedParts) storedChanged.emit({ connectionId, part })
  return done
}
