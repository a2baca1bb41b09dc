import * as z from 'zod/mini'

import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { isPast } from '#model/usage/usage.ts'

import { writeOfAccount } from './account-writes.ts'
import { quarantine, withDatabase } from './database.ts'
import { watchForgetting } from './forgotten.ts'
import { listSeen } from './instances.ts'
import { storedChanged } from './stored-parts.ts'

export const nameRow = z.object({
  connection: z.string(),
  uuid: z.string(),
  name: z.string(),
  /** Earlier names, newest first. */
  formerNames: z.array(z.string()),
  /** When this browser last saw the instance (ms since the epoch). While it is not absent: no earlier than this, see `listSeen`. */
  seenAt: z.number().check(z.nonnegative()),
  /** It was missing from the list that was read after `seenAt`. */
  absent: z.optional(z.boolean()),
})
export type KnownName = z.output<typeof nameRow>

const maxFormerNames = 20
const maxRows = 20_000

/** The row after an instance was seen, or the same object where nothing worth writing changed. */
export const sighting = (
  before: KnownName | null,
  connection: string,
  { uuid, name }: Pick<Instance, 'uuid' | 'name'>,
  now: number,
): KnownName => {
  if (before === null) return { connection, uuid, name, formerNames: [], seenAt: now }
  const { absent, ...known } = before
  if (known.name === name)
    return absent === true || !isPast(known.seenAt, now) ? { ...known, seenAt: now } : before
  const formerNames = [known.name, ...known.formerNames.filter((former) => former !== name)]
  return { ...known, name, formerNames: formerNames.slice(0, maxFormerNames), seenAt: now }
}

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

interface Seen {
  /** Those that are new, or whose name is. */
  present: readonly Pick<Instance, 'uuid' | 'name'>[]
  /** Those that are missing since the last reading; null: all that are stored and not present. */
  gone: readonly string[] | null
  /** When the account was read before; null where that is not known. */
  before: number | null
}

/** Stores who is called what, and who is missing since when. False where nothing could be stored, or the account is forgotten. */
export const storeNames = async (
  connection: string,
  { present, gone, before }: Seen,
  now: number,
  isForgotten = watchForgetting(),
): Promise<boolean> => {
  const isStored = await writeOfAccount(
    connection,
    isForgotten,
    ['names', 'quarantine'],
    async (transaction) => {
      const store = transaction.objectStore('names')
      const touched = [...present.map(({ uuid }) => uuid), ...(gone ?? [])]
      const rows: unknown[] =
        gone === null
          ? await store.getAll(account(connection))
          : await Promise.all(touched.map((uuid) => store.get([connection, uuid])))
      const known = new Map<string, KnownName>()
      for (const row of rows) {
        const { success, data } = z.safeParse(nameRow, row)
        if (success) known.set(data.uuid, data)
        else if (row !== undefined)
          await quarantine(transaction.objectStore('quarantine'), 'names', [row], now)
      }

      const isThere = new Set(present.map(({ uuid }) => uuid))
      const missing = gone ?? [...known.keys()].filter((uuid) => !isThere.has(uuid))
      let room = maxRows - (await store.count(account(connection)))
      for (const instance of present) {
        const former = known.get(instance.uuid) ?? null
        const row = sighting(former, connection, instance, now)
        if (former === null) room -= 1
        if (row !== former && (former !== null || room >= 0)) await store.put(row)
      }
      for (const uuid of missing) {
        const row = known.get(uuid)
        if (row === undefined || row.absent === true) continue
        await store.put({ ...row, seenAt: Math.max(row.seenAt, before ?? row.seenAt), absent: true })
      }
      return true
    },
    false,
  )
  if (isStored) storedChanged.emit({ connectionId: connection, part: 'names' })
  return isStored
}

/** Notes who was in each list that was read of an account. */
export interface NameRecorder {
  read: (instances: readonly Instance[], at: number) => void
  /** Writes when the list was last read: the page may be closed next. */
  flush: () => void
}

export const createNameRecorder = (
  connection: string,
  write: typeof storeNames = storeNames,
): NameRecorder => {
  const isForgotten = watchForgetting()
  const seen = listSeen.of(connection)
  let noted: ReadonlyMap<string, string> | null = null
  let last: readonly Instance[] | null = null
  let readAt: number | null = seen.read()
  let writtenAt: number | null = null

  const flush = () => {
    if (readAt !== writtenAt && !isForgotten(connection)) seen.write(readAt)
    writtenAt = readAt
  }
  const store = async (names: Seen, at: number) => {
    // Not stored: the next list is compared with what is.
    if (!(await write(connection, names, at, isForgotten))) {
      noted = null
      last = null
    }
  }

  return {
    read: (instances, at) => {
      const before = readAt !== null && isPast(readAt, at) ? readAt : null
      readAt = at
      if (instances !== last) {
        const known = noted
        const present = instances.filter(({ uuid, name }) => known?.get(uuid) !== name)
        const now = new Map(instances.map(({ uuid, name }) => [uuid, name]))
        const gone = known === null ? null : [...known.keys()].filter((uuid) => !now.has(uuid))
        noted = now
        last = instances
        if (gone === null || gone.length > 0 || present.length > 0) void store({ present, gone, before }, at)
      }
      if (writtenAt === null || Math.abs(at - writtenAt) >= MINUTE) flush()
    },
    flush,
  }
}

/** What became of an instance that is not found under `ref`, a name or a uuid, as far as this browser knows; newest sighting first. */
export const recallName = (connection: string, ref: string, now: number): Promise<KnownName | null> =>
  withDatabase(async (db) => {
    const rows = await db.getAll('names', account(connection))
    const listAt = listSeen.of(connection).read() ?? 0
    const seenAt = (row: KnownName) =>
      Math.min(now, row.absent === true || !isPast(listAt, now) ? row.seenAt : Math.max(row.seenAt, listAt))
    const matching = rows.flatMap((row) => {
      const { success, data } = z.safeParse(nameRow, row)
      if (!success) return []
      const isIt = data.uuid === ref || data.name === ref || data.formerNames.includes(ref)
      return isIt ? [{ ...data, seenAt: seenAt(data) }] : []
    })
    return matching.toSorted((a, b) => b.seenAt - a.seenAt)[0] ?? null
  }, null)
