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

const kinds = ['head', 'watch', 'day', 'instance'] as const

/** Which rows a change wrote or deleted, by the version that it led to. */
const changeSchema = z.object({
  version: z.int(),
  rows: z.readonly(z.array(z.object({ kind: z.enum(kinds), id: z.string() }))),
})
export type RowChange = z.output<typeof changeSchema>

export const rowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('head'),
    id: z.literal(''),
    version: z.int(),
    foldedTo: z.nullable(time),
    /** The latest changes, oldest first, for tabs that have all but these. Absent in rows of earlier versions of the app. */
    changed: z.optional(z.readonly(z.array(changeSchema))),
  }),
  z.object({ kind: z.literal('watch'), id: z.string(), watch: watchSchema }),
  z.object({ kind: z.literal('day'), id: z.string(), day: daySchema }),
  z.object({ kind: z.literal('instance'), id: z.string(), instance: instanceSchema }),
])
export type Row = z.output<typeof rowSchema>
/** A row as it stands in the store, beside the account it belongs to. */
export type StoredRow = z.input<typeof rowSchema>

/** The ledger with the count of its changes, by which a tab knows whether it has them all. */
export interface StoredLedger {
  ledger: Ledger
  version: number
  changed: readonly RowChange[]
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

/** A row as it is stored; null where it cannot be read, or says that it is another. */
export const readRow = (raw: unknown): Row | null => {
  const { data } = z.safeParse(rowSchema, raw)
  return data !== undefined && isRightId(data) ? data : null
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

const isKnown = (kind: string): boolean => kinds.some((known) => known === kind)

/** The rows of kinds that only a later version knows. */
export const laterRows = (rows: readonly unknown[]): unknown[] =>
  rows.filter((row) => {
    const { data } = z.safeParse(anyRow, row)
    return data === undefined || !isKnown(data.kind)
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
    if (!known.success || !isKnown(known.data.kind)) continue
    const { kind, id } = known.data
    const data = readRow(row)
    if (data !== null) {
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
    changed: head?.changed ?? [],
    ledger: {
      watches,
      days: days.toSorted((a, b) => a.from - b.from),
      instances: new Map<string, LedgerInstance>(instances.map((known) => [known.uuid, known])),
      foldedTo: isFolded ? foldedTo : daysEnd,
    },
    damaged,
  }
}
