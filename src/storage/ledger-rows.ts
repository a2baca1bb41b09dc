import * as z from 'zod/mini'

import { costParts } from '#model/cost.ts'
import type { Ledger, LedgerDay, LedgerInstance, Watch } from '#model/ledger.ts'

/** A bigint as a decimal string. */
const whole = z.codec(z.string().check(z.regex(/^-?\d+$/)), z.bigint(), {
  decode: BigInt,
  encode: String,
})
const time = z.int()
const words = z.readonly(z.array(z.enum(costParts)))
const parts = z.object({ compute: whole, storage: whole, gpu: whole, other: whole })

const factsSchema = z.object({
  now: parts,
  low: whole,
  high: whole,
  unknown: words,
  unknownRunning: words,
  assumed: z.boolean(),
})

const entrySchema = z.object({
  at: time,
  after: z.nullable(time),
  facts: z.nullable(factsSchema),
  awaited: z.boolean(),
})

const watchSchema = z.object({ from: time, to: time })

const instanceSchema = z.object({
  uuid: z.string(),
  name: z.string(),
  created: z.nullable(time),
  entries: z.readonly(z.array(entrySchema).check(z.minLength(1))),
})

const daySchema = z.object({
  from: time,
  to: time,
  tally: z.object({
    parts,
    estimate: whole,
    low: whole,
    high: whole,
    observedMs: time,
    presumedMs: time,
    unseenMs: time,
    unknown: words,
    assumed: z.boolean(),
  }),
})

const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('head'), id: z.literal(''), version: z.int(), foldedTo: z.nullable(time) }),
  z.object({ kind: z.literal('watch'), id: z.string(), watch: watchSchema }),
  z.object({ kind: z.literal('day'), id: z.string(), day: daySchema }),
  z.object({ kind: z.literal('instance'), id: z.string(), instance: instanceSchema }),
])
type Row = z.output<typeof rowSchema>
/** A row as it stands in the store, beside the account it belongs to. */
export type StoredRow = z.input<typeof rowSchema>

/** The ledger with the count of its changes, by which a tab knows whether it has them all. */
export interface StoredLedger {
  ledger: Ledger
  version: number
}

/** The count of changes in the head row; null where that is no head row. */
export const versionOf = (row: unknown): number | null => {
  const result = z.safeParse(rowSchema, row)
  return result.success && result.data.kind === 'head' ? result.data.version : null
}

/** The watch in a watch row; null where that is none. */
export const watchOf = (row: unknown): Watch | null => {
  const result = z.safeParse(rowSchema, row)
  return result.success && result.data.kind === 'watch' ? result.data.watch : null
}

/**
 * The ledger in the rows of an account. Null where there is none, or where one row cannot be read: half a history would pass for
 * a cheap one, so it is forgotten whole.
 */
export const fromRows = (rows: readonly unknown[]): StoredLedger | null => {
  const read: Row[] = []
  for (const row of rows) {
    const result = z.safeParse(rowSchema, row)
    if (!result.success) return null
    read.push(result.data)
  }
  const head = read.find((row) => row.kind === 'head')
  if (head === undefined) return null
  const watches: Watch[] = read.flatMap((row) => (row.kind === 'watch' ? [row.watch] : []))
  const days: LedgerDay[] = read.flatMap((row) => (row.kind === 'day' ? [row.day] : []))
  const instances = read.flatMap((row) => (row.kind === 'instance' ? [row.instance] : []))
  return {
    version: head.version,
    ledger: {
      watches: watches.toSorted((a, b) => a.from - b.from),
      days: days.toSorted((a, b) => a.from - b.from),
      instances: new Map<string, LedgerInstance>(instances.map((known) => [known.uuid, known])),
      foldedTo: head.foldedTo ?? Number.NEGATIVE_INFINITY,
    },
  }
}

/** What is to be written and deleted to bring the rows of a ledger from one state to the next. */
export interface RowChanges {
  put: readonly StoredRow[]
  drop: readonly { kind: StoredRow['kind']; id: string }[]
}

type Ids = Pick<Row, 'kind' | 'id'>

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

/** The rows that differ; the parts of a ledger that did not change are the same objects. The head is written with every change. */
export const rowChanges = (before: Ledger, after: Ledger, version: number): RowChanges => {
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
  const head: Row = { kind: 'head', id: '', version, foldedTo }
  return {
    put: [...changes.flatMap(({ put }) => put), head].map((row) => z.encode(rowSchema, row)),
    drop: changes.flatMap(({ drop }) => drop),
  }
}
