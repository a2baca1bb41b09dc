import * as z from 'zod/mini'

import * as read from './tolerant.ts'
import type { SizeField } from './vocabulary.ts'

/** A size as either 422 shape tells it, in the create body's own field names. */
export interface CapacitySize {
  n_vcpus: number | null
  mem_gib: number | null
  disk_size_gib: number | null
  gpu_model: string | null
}

/** "Insufficient resources": which resource is short and what would fit; or, told apart from that, a limit of the account. */
export interface Capacity {
  message: string
  /** What is short, in the create body's field names where they are known. */
  bottleneck: string[]
  requested: CapacitySize
  nearest: CapacitySize | null
  account: { limit: number | null; current: number | null } | null
}

/** What an error answer came to. `message` is null where the body says nothing a person could use. */
export interface ErrorBody {
  message: string | null
  fields: Record<string, string[]>
  capacity: Capacity | null
}

/** More fields than any request has; what a body says beyond them is noise. */
const fieldLimit = 50

const liveWords: Record<string, SizeField> = {
  cpus: 'n_vcpus',
  vcpus: 'n_vcpus',
  ram: 'mem_gib',
  mem: 'mem_gib',
  memory: 'mem_gib',
  disk: 'disk_size_gib',
}
const inPageWords = (word: string): string =>
  Object.hasOwn(liveWords, word) ? (liveWords[word] ?? word) : word

const looseObject = z.record(z.string(), z.unknown())
const objectOf = (value: unknown): Record<string, unknown> => {
  const result = z.safeParse(looseObject, value)
  return result.success ? result.data : {}
}

const sizeSchema = z.object({
  n_vcpus: read.amount('count'),
  cpus: read.amount('count'),
  mem_gib: read.amount('gib'),
  ram: read.amount('gib'),
  disk_size_gib: read.amount('gib'),
  disk: read.amount('gib'),
  gpu_model: read.text('word'),
})

const readSize = (value: unknown): CapacitySize => {
  const size = z.parse(sizeSchema, objectOf(value))
  return {
    n_vcpus: size.n_vcpus ?? size.cpus,
    mem_gib: size.mem_gib ?? size.ram,
    disk_size_gib: size.disk_size_gib ?? size.disk,
    gpu_model: size.gpu_model,
  }
}

const capacitySchema = z.object({
  message: read.text(),
  bottleneck: z.array(z.string()),
  requested: z.optional(z.unknown()),
  nearest_available: z.optional(z.unknown()),
  limit: read.amount('gib'),
  current: read.amount('gib'),
})

const readCapacity = (body: Record<string, unknown>): Capacity | null => {
  const result = z.safeParse(capacitySchema, 'bottleneck' in body ? body : objectOf(body['detail']))
  if (!result.success) return null
  const { message, bottleneck, requested, nearest_available: nearest, limit, current } = result.data
  const isAccount = bottleneck.some((word) => word.startsWith('account')) || limit !== null
  const hasNearest = Object.keys(objectOf(nearest)).length > 0
  return {
    message: message ?? 'Insufficient resources available',
    bottleneck: bottleneck
      .slice(0, fieldLimit)
      .flatMap((word) => read.wordOf(word) ?? [])
      .map(inPageWords),
    requested: readSize(requested),
    nearest: hasNearest && !isAccount ? readSize(nearest) : null,
    account: isAccount ? { limit, current } : null,
  }
}

const general = 'non_field_errors'

const said = new Set(['detail', 'error', 'message', 'bottleneck', 'requested', 'nearest_available'])

const readFields = (body: Record<string, unknown>): [string, string[]][] =>
  Object.entries(body)
    .filter(([key]) => !said.has(key))
    .slice(0, fieldLimit)
    .map(([key, value]): [string, string[]] => [read.wordOf(key) ?? general, read.sentencesOf(value)])
    .filter(([, messages]) => messages.length > 0)

/**
 * Reads the body of an error answer in any of its known shapes: `{"detail"}`, `{"error"}`, `{"<field>": […]}`, both 422 bodies,
 * or anything else (an HTML page of a proxy, nothing), which comes out empty. Never throws.
 */
export const readErrorBody = (json: unknown): ErrorBody => {
  const body = objectOf(json)
  const capacity = readCapacity(body)
  const named = readFields(capacity === null ? body : {})
  const [spoken] = [body['detail'], body['error'], body['message']].flatMap((value) =>
    read.sentencesOf(value),
  )
  const unnamed = named.find(([key]) => key === general)?.[1].join(' ')
  return {
    message: capacity?.message ?? spoken ?? unnamed ?? null,
    fields: Object.fromEntries(named.filter(([key]) => key !== general)),
    capacity,
  }
}
