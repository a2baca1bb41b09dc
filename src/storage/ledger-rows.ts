import * as z from 'zod/mini'

import { costParts } from '#model/pricing/cost.ts'
import { DAY } from '#lib/time.ts'
import { unknownFacts } from '#model/ledger/facts.ts'
import {
  EARLIEST,
  type Ledger,
  type LedgerDay,
  type LedgerEntry,
  type LedgerInstance,
  MOST_HOURLY,
  type Watch,
} from '#model/ledger/ledger.ts'

/** A bigint as a decimal string, no further from zero than `most`. */
const whole = (most: bigint) =>
  z.codec(
    z.string().check(z.regex(/^-?\d{1,40}$/)),
    z.bigint().check(z.refine((value) => value <= most && value >= -most)),
    { decode: BigInt, encode: String },
  )
const hourly = whole(MOST_HOURLY)
/** A day of ten thousand instances. */
const daily = whole(MOST_HOURLY * BigInt(DAY) * 10_000n)

const time = z.int().check(z.gte(EARLIEST), z.lte(Date.UTC(2100, 0)))
const duration = z.int().check(z.nonnegative())
const words = z.readonly(z.array(z.enum(costParts)))
const partsOf = <T extends z.ZodMiniType>(amount: T) =>
  z.object({ compute: amount, storage: amount, gpu: amount, other: amount })

const factsSchema = z.object({
  now: partsOf(hourly),
  low: hourly,
  high: hourly,
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

/** One that goes on for longer is none: a tab would have been open for it all along. */
const longestWatch = 400 * DAY

const watchSchema = z
  .object({ from: time, to: time })
  .check(z.refine(({ from, to }) => from <= to && to - from <= longestWatch))

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
    parts: partsOf(daily),
    estimate: daily,
    low: daily,
    high: daily,
    observedMs: duration,
    presumedMs: duration,
    unseenMs: duration,
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

/** A row as any version of the app writes it. */
const anyRow = z.looseObject({ kind: z.string(), id: z.string() })

/** A row that cannot be read as it is, with what can be saved of it: to be written in its place. */
export interface DamagedRow {
  kind: string
  id: string
  row: unknown
  healed: StoredRow | null
}

const kinds: readonly string[] = ['head', 'watch', 'day', 'instance'] satisfies Row['kind'][]

/** The rows of kinds that only a later version knows. */
export const laterRows = (rows: readonly unknown[]): unknown[] =>
  rows.filter((row) => {
    const { data } = z.safeParse(anyRow, row)
    return data === undefined || !kinds.includes(data.kind)
  })

const looseEntry = z.object({ at: time, after: z.nullable(time), awaited: z.boolean() })
const looseInstance = z.object({ uuid: z.string(), name: z.string(), entries: z.array(z.unknown()) })

/** What can be read of an entry: where only the price makes no sense, it is not known. */
const entryIn = (raw: unknown): LedgerEntry[] => {
  const whole = z.safeParse(entrySchema, raw)
  if (whole.success) return [whole.data]
  const rest = z.safeParse(looseEntry, raw)
  return rest.success ? [{ ...rest.data, facts: unknownFacts(false) }] : []
}

/** What can be read of an instance's row; null where that is nothing. */
const healedInstance = (raw: unknown): LedgerInstance | null => {
  const { data } = z.safeParse(looseInstance, raw)
  if (data === undefined) return null
  const entries: LedgerEntry[] = []
  for (const entry of data.entries.flatMap(entryIn))
    if (entry.at > (entries.at(-1)?.at ?? 0)) entries.push(entry)
  return entries.length === 0 ? null : { uuid: data.uuid, name: data.name, created: null, entries }
}

const isRightId = (row: Row): boolean => {
  switch (row.kind) {
    case 'watch':
      return row.id === `${row.watch.from}`
    case 'day':
      return row.id === `${row.day.from}`
    case 'instance':
      return row.id === row.instance.uuid
    default:
      return true
  }
}

/** Watches in order of time. Of two that overlap the longer one is the odd one. */
const apart = (watches: readonly Watch[]): { stored: Watch[]; odd: Watch[] } => {
  const stored: Watch[] = []
  const odd: Watch[] = []
  for (const watch of watches.toSorted((a, b) => a.from - b.from)) {
    const before = stored.at(-1)
    if (before === undefined || watch.from > before.to) stored.push(watch)
    else if (watch.to - watch.from > before.to - before.from) odd.push(watch)
    else {
      stored.pop()
      stored.push(watch)
      odd.push(before)
    }
  }
  return { stored, odd }
}

/**
 * The ledger in the rows of an account, null where there is none. A row that cannot be read, or says what cannot be, takes no
 * other along: it is among the `damaged`. Rows of kinds that only a later version knows are left alone.
 */
export const fromRows = (
  rows: readonly unknown[],
): (StoredLedger & { damaged: readonly DamagedRow[] }) | null => {
  const read: Row[] = []
  const damaged: DamagedRow[] = []
  for (const row of rows) {
    const known = z.safeParse(anyRow, row)
    if (!known.success || !kinds.includes(known.data.kind)) continue
    const { kind, id } = known.data
    const { data } = z.safeParse(rowSchema, row)
    if (data !== undefined && isRightId(data)) {
      read.push(data)
      continue
    }
    const instance = kind === 'instance' ? healedInstance(known.data['instance']) : null
    if (instance === null || instance.uuid !== id) {
      damaged.push({ kind, id, row, healed: null })
      continue
    }
    const healed: Row = { kind: 'instance', id, instance }
    read.push(healed)
    damaged.push({ kind, id, row, healed: z.encode(rowSchema, healed) })
  }

  const { stored: watches, odd } = apart(read.flatMap((row) => (row.kind === 'watch' ? [row.watch] : [])))
  for (const watch of odd) {
    const id = `${watch.from}`
    damaged.push({ kind: 'watch', id, row: { kind: 'watch', id, watch }, healed: null })
  }
  const head = read.find((row) => row.kind === 'head')
  const days: LedgerDay[] = read.flatMap((row) => (row.kind === 'day' ? [row.day] : []))
  const instances = read.flatMap((row) => (row.kind === 'instance' ? [row.instance] : []))
  if (head === undefined && watches.length + days.length + instances.length === 0) return null

  const daysEnd = Math.max(Number.NEGATIVE_INFINITY, ...days.map(({ to }) => to))
  const foldedTo = head?.foldedTo ?? daysEnd
  const isFolded = foldedTo >= daysEnd && foldedTo <= (watches.at(-1)?.to ?? foldedTo)
  return {
    version: head?.version ?? 0,
    ledger: {
      watches,
      days: days.toSorted((a, b) => a.from - b.from),
      instances: new Map<string, LedgerInstance>(instances.map((known) => [known.uuid, known])),
      foldedTo: isFolded ? foldedTo : daysEnd,
    },
    damaged,
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
    // One that cannot be written, for what the service said of it, keeps no other from being written.
    put: [...changes.flatMap(({ put }) => put), head].flatMap((row) => {
      const { success, data } = z.safeEncode(rowSchema, row)
      return success ? [data] : []
    }),
    drop: changes.flatMap(({ drop }) => drop),
  }
}
