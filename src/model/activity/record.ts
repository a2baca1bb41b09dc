import * as z from 'zod/mini'

import { SECOND } from '#lib/time.ts'

import { type Amount, costParts } from '../pricing/cost.ts'

const size = z.object({
  n_vcpus: z.nullable(z.number()),
  mem_gib: z.nullable(z.number()),
  disk_size_gib: z.nullable(z.number()),
})
export type RecordedSize = z.output<typeof size>

/** What of an instance differs between two readings of the fleet. */
const changeSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('state'), from: z.string(), to: z.string() }),
  z.object({ of: z.literal('name'), from: z.string(), to: z.string() }),
  z.object({ of: z.literal('size'), from: size, to: size }),
  z.object({ of: z.literal('ports'), opened: z.array(z.number()), closed: z.array(z.number()) }),
  z.object({ of: z.literal('there'), state: z.string(), size }),
  z.object({ of: z.literal('gone') }),
])
export type Change = z.output<typeof changeSchema>

/** What somebody at this browser asked for: the action and its arguments, none of which is a secret. */
const askedSchema = z.object({
  action: z.string(),
  to: z.optional(z.string()),
  port: z.optional(z.number()),
  /** The S3 path that a new instance is filled from (API page, create). */
  prefill: z.optional(z.string()),
  /** The HTTP status of an error; 0 where no answer came. */
  refused: z.optional(z.number()),
})
export type Asked = z.output<typeof askedSchema>

const environment = z.object({
  flavor: z.string(),
  resource_type: z.string(),
  distro: z.nullable(z.string()),
})
export type Environment = z.output<typeof environment>

/**
 * One line of the record as it is written: what was asked for (`did`), or one change that was seen (`saw`). Lines of before there was a
 * `change` have a `text` of words instead.
 */
export const recordSchema = z.object({
  /** Milliseconds since the epoch. */
  at: z.int().check(z.nonnegative()),
  uuid: z.nullable(z.string()),
  name: z.string(),
  kind: z.enum(['did', 'saw']),
  text: z.optional(z.string()),
  asked: z.optional(askedSchema),
  change: z.optional(changeSchema),
  /** What the change makes of the price per hour: nano-dollars, and the parts whose price is not known. */
  effect: z.optional(
    z.object({ known: z.string().check(z.regex(/^-?\d{1,30}$/)), unknown: z.array(z.string()) }),
  ),
  environment: z.optional(environment),
  /** When it was last seen to be otherwise (ms): the change happened at some time since. Absent for what was asked for, and in older lines. */
  since: z.optional(z.number()),
})
export type RecordEntry = z.output<typeof recordSchema>

/** What an entry says of the price per hour; null where it says nothing. */
export const effectOf = ({ effect }: RecordEntry): Amount | null =>
  effect === undefined
    ? null
    : { known: BigInt(effect.known), unknown: costParts.filter((part) => effect.unknown.includes(part)) }

/** One change of a price after the other. A part whose price is not known, and that came and went, is in neither end any more. */
export const effectAfter = (a: Amount | null, b: Amount | null): Amount | null => {
  if (a === null || b === null) return a ?? b
  const unknown = costParts.filter((part) => a.unknown.includes(part) !== b.unknown.includes(part))
  const known = a.known + b.known
  return known === 0n && unknown.length === 0 ? null : { known, unknown }
}

/** Two tabs that read within this time of each other can both have told of a change, if one of them was slow to write it. */
const overtaken = 10 * SECOND

const outcomeOf = (change: Change): string =>
  change.of === 'state' ? change.to : change.of === 'there' ? change.state : JSON.stringify(change)

/** Whether the change before the one at `index` of the same sort, a moment ago, came to the same. Entries are those of one instance. */
export const isRepeated = (entries: readonly RecordEntry[], index: number): boolean => {
  const entry = entries[index]
  if (entry?.change === undefined) return false
  const { of } = entry.change
  for (let at = index - 1; at >= 0; at -= 1) {
    const before = entries[at]
    if (before === undefined || entry.at - before.at > overtaken) return false
    if (before.change?.of === of) return outcomeOf(before.change) === outcomeOf(entry.change)
  }
  return false
}
