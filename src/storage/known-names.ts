import * as z from 'zod/mini'

import type { Instance } from '#contract/instance.ts'

import { withDatabase } from './database.ts'

const rowSchema = z.object({
  connection: z.string(),
  uuid: z.string(),
  name: z.string(),
  /** Earlier names, newest first. */
  formerNames: z.array(z.string()),
  /** When this browser last saw the instance, in milliseconds since the epoch. */
  seenAt: z.number(),
})
export type KnownName = z.output<typeof rowSchema>

const maxFormerNames = 20
const maxRows = 20_000
const seenAtStep = 60_000

const read = (row: unknown): KnownName | null => {
  const result = z.safeParse(rowSchema, row)
  return result.success ? result.data : null
}

/** The row after a sighting, or the same object where nothing worth writing changed. */
export const sighting = (
  before: KnownName | null,
  connection: string,
  instance: Instance,
  now: number,
): KnownName => {
  const { uuid, name } = instance
  if (before === null) return { connection, uuid, name, formerNames: [], seenAt: now }
  if (before.name === name) return now - before.seenAt < seenAtStep ? before : { ...before, seenAt: now }
  const formerNames = [before.name, ...before.formerNames.filter((former) => former !== name)].slice(
    0,
    maxFormerNames,
  )
  return { ...before, name, formerNames, seenAt: now }
}

const account = (connection: string) => IDBKeyRange.bound([connection], [connection, []])

/** Remembers which uuid has which name. Bounded; quiet where the browser keeps nothing. */
export const rememberNames = (
  connection: string,
  instances: readonly Instance[],
  now: number,
): Promise<void> =>
  withDatabase(async (db) => {
    const transaction = db.transaction('names', 'readwrite')
    const rows = await transaction.store.getAll(account(connection))
    const known = new Map(rows.map(read).flatMap((row) => (row === null ? [] : [[row.uuid, row] as const])))
    for (const instance of instances) {
      const before = known.get(instance.uuid) ?? null
      const after = sighting(before, connection, instance, now)
      if (after !== before && (before !== null || known.size < maxRows)) await transaction.store.put(after)
    }
    await transaction.done
  }, undefined)

/** What became of an instance that is not found under `ref`, a name or a uuid, as far as this browser knows; newest sighting first. */
export const recallName = (connection: string, ref: string): Promise<KnownName | null> =>
  withDatabase(async (db) => {
    const rows = await db.getAll('names', account(connection))
    const matching = rows
      .map(read)
      .filter((row) => row !== null)
      .filter(({ uuid, name, formerNames }) => uuid === ref || name === ref || formerNames.includes(ref))
    return matching.toSorted((a, b) => b.seenAt - a.seenAt)[0] ?? null
  }, null)
