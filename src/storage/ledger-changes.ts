import * as z from 'zod/mini'

import type { Ledger } from '#model/ledger/ledger.ts'

import {
  readRow,
  type Row,
  type RowChange,
  rowSchema,
  type StoredLedger,
  type StoredRow,
} from './ledger-rows.ts'

type Ids = Pick<Row, 'kind' | 'id'>

/** What is to be written and deleted to bring the rows of a ledger from one state to the next. */
export interface RowChanges {
  put: readonly StoredRow[]
  drop: readonly Ids[]
  /** The latest changes, this one among them. */
  changed: readonly RowChange[]
}

const watchIds = ({ watches }: Ledger) => new Map(watches.map((watch) => [`${watch.from}`, watch]))
const dayIds = ({ days }: Ledger) => new Map(days.map((day) => [`${day.from}`, day]))

/** What is in one map and not, or not the same, in the other. */
const missing = <T>(
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
) =>
  from === to
    ? []
    : [...from].filter(([id, value]) => {
        const other = to.get(id)
        return other === undefined || !isSame(other, value)
      })

/** What two states of one kind of row differ by. */
const changesOf = <T>(
  kind: Row['kind'],
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  toRow: (value: T, id: string) => Row,
  isSame: (a: T, b: T) => boolean = Object.is,
): { put: Row[]; drop: Ids[] } => ({
  put: missing(after, before, isSame).map(([id, value]) => toRow(value, id)),
  drop: missing(before, after, () => true).map(([id]) => ({ kind, id })),
})

/** How many changes the head remembers, and of how many rows each: beyond, all is read again. */
const remembered = { changes: 30, rows: 500 }

/**
 * The rows that differ; the parts of a ledger that did not change are the same objects. The head is written with every change, and
 * remembers it where there is a new version.
 */
export const rowChanges = (
  before: Ledger,
  after: Ledger,
  version: number,
  history: readonly RowChange[] = [],
): RowChanges => {
  const changes = [
    changesOf(
      'watch',
      watchIds(before),
      watchIds(after),
      (watch, id) => ({ kind: 'watch', id, watch }),
      (a, b) => a.to === b.to,
    ),
    changesOf('day', dayIds(before), dayIds(after), (day, id) => ({ kind: 'day', id, day })),
    changesOf('instance', before.instances, after.instances, (instance, id) => ({
      kind: 'instance',
      id,
      instance,
    })),
  ]
  const foldedTo = Number.isFinite(after.foldedTo) ? after.foldedTo : null
  const drop = changes.flatMap((change) => change.drop)
  const rows = [...changes.flatMap(({ put }) => put), ...drop].map(({ kind, id }) => ({ kind, id }))
  const isNew = version > (history.at(-1)?.version ?? version - 1)
  const changed = !isNew
    ? history
    : rows.length > remembered.rows
      ? []
      : [...history.slice(1 - remembered.changes), { version, rows }]
  const head: Row = { kind: 'head', id: '', version, foldedTo, changed }
  return {
    changed,
    // One that cannot be written, for what the service said of it, keeps no other from being written.
    put: [...changes.flatMap(({ put }) => put), head].flatMap((row) => {
      const { success, data } = z.safeEncode(rowSchema, row)
      return success ? [data] : []
    }),
    drop,
  }
}

/** Reads one row of the account. */
type GetRow = (kind: Row['kind'], id: string) => Promise<unknown>

/** Which rows were changed since a version, up to that of the head; null where the head does not remember all of it. */
const changedSince = (mine: StoredLedger, head: Row & { kind: 'head' }): Ids[] | null => {
  const missing = head.version - mine.version
  const changes = (head.changed ?? []).filter(({ version }) => version > mine.version)
  if (missing < 0 || changes.length !== missing) return null
  return changes.flatMap(({ rows }) => rows)
}

/**
 * The ledger as it is stored, given what this tab last knew of it: only what changed since is read, and what did not change stays the same
 * objects. Null where all has to be read: too much has changed, or a row cannot be read.
 */
export const caughtUp = async (mine: StoredLedger, get: GetRow): Promise<StoredLedger | null> => {
  const head = readRow(await get('head', ''))
  const last = mine.ledger.watches.at(-1)
  if (head?.kind !== 'head' || last === undefined) return null
  const changed = changedSince(mine, head)
  if (changed === null) return null

  // The end of the last watch moves on without a new version. Where the watch is gone it may be another ledger, begun since all was forgotten.
  const present = { kind: 'watch' as const, id: `${last.from}` }
  if ((await get(present.kind, present.id)) === undefined) return null
  const ids = [present, ...changed]
  const watches = new Map(watchIds(mine.ledger))
  const days = new Map(dayIds(mine.ledger))
  const instances = new Map(mine.ledger.instances)
  for (const { kind, id } of ids) {
    const raw = await get(kind, id)
    const row = raw === undefined ? undefined : readRow(raw)
    if (row === null) return null
    if (kind === 'watch') watches.delete(id)
    if (row?.kind === 'watch') watches.set(id, row.watch)
    if (kind === 'day') days.delete(id)
    if (row?.kind === 'day') days.set(id, row.day)
    if (kind === 'instance') instances.delete(id)
    if (row?.kind === 'instance') instances.set(id, row.instance)
  }
  const isOf = (wanted: Row['kind']) => changed.some(({ kind }) => kind === wanted)
  return {
    version: head.version,
    changed: head.changed ?? [],
    ledger: {
      watches: [...watches.values()].toSorted((a, b) => a.from - b.from),
      days: isOf('day') ? [...days.values()].toSorted((a, b) => a.from - b.from) : mine.ledger.days,
      instances: isOf('instance') ? instances : mine.ledger.instances,
      foldedTo: head.foldedTo ?? Number.NEGATIVE_INFINITY,
    },
  }
}
