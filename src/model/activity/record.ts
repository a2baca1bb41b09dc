import * as z from 'zod/mini'

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
  /** The HTTP status of a refusal; 0 where no answer came. */
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
