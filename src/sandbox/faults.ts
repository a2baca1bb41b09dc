import * as z from 'zod/mini'

/** Ways for an answer to go wrong that are no status of the API. */
export const effects = ['drop', 'hang', 'html', 'empty', 'malformed'] as const
export type Effect = (typeof effects)[number]

/** A name is a token of HTTP, a value printable Latin-1: anything else would fail only when it is sent. */
const isHeaders = (headers: Record<string, string>): boolean =>
  Object.entries(headers).every(
    ([name, value]) => /^[!#$%&'*+.^`|~\w-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value),
  )

/** No test waits longer, and a timer of a month would run at once. Milliseconds. */
const longestDelay = 600_000

/**
 * One thing that shall go wrong. `path` is a whole path, where `*` stands for any part of it. With neither `status` nor
 * `effect` the answer is only late, by `delayMs`. With `after` the request takes effect first, and its answer is lost.
 */
export const faultSchema = z.object({
  method: z.optional(z.string()),
  path: z.string(),
  status: z.optional(z.int().check(z.gte(200), z.lte(599))),
  effect: z.optional(z.enum(effects)),
  body: z.optional(z.unknown()),
  headers: z.optional(
    z
      .record(z.string(), z.string())
      .check(z.refine(isHeaders, 'A header has a name or a value that HTTP does not allow.')),
  ),
  delayMs: z.optional(z.number().check(z.gte(0), z.lte(longestDelay))),
  /** How many requests it meets; without a number, all that come. */
  times: z.optional(z.int().check(z.gte(1))),
  after: z.optional(z.boolean()),
})
export type Fault = z.output<typeof faultSchema>

/** A connection that breaks before an answer. A server that has a socket closes it; for a caller of `fetch` it is a failed fetch. */
export class DroppedConnection extends TypeError {
  override readonly name = 'DroppedConnection'
}

const matches = (pattern: string, path: string): boolean => {
  const [first = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return pattern === path
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    const found = index === rest.length - 1 ? path.lastIndexOf(part) : path.indexOf(part, at)
    if (found < at) return false
    at = found + part.length
  }
  return at === path.length
}

/** Takes the first fault that meets this request off the list, or counts it down. */
export const takeFault = (faults: Fault[], method: string, path: string): Fault | null => {
  const index = faults.findIndex(
    ({ method: only = method, path: pattern }) => only === method && matches(pattern, path),
  )
  const fault = faults[index]
  if (fault === undefined) return null
  if (fault.times === 1) faults.splice(index, 1)
  else if (fault.times !== undefined) fault.times -= 1
  return fault
}

const proxyPage =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

const hang = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const give = (): void => reject(new DroppedConnection('The caller went away.'))
    if (signal.aborted) give()
    else signal.addEventListener('abort', give, { once: true })
  })

const effectAnswers: Readonly<Record<Effect, (signal: AbortSignal) => Promise<Response>>> = {
  drop: async () => {
    throw new DroppedConnection('The connection was dropped by a fault.')
  },
  hang,
  html: async () =>
    new Response(proxyPage, { status: 502, headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  empty: async () => new Response(null, { status: 502 }),
  malformed: async () =>
    new Response('{"uuid": "a1b2', { status: 200, headers: { 'Content-Type': 'application/json' } }),
}

/**
 * The answer of a fault, or null where the fault only delays. Rejects for a dropped connection; for a hanging one, when the
 * caller goes away.
 */
export const faultAnswer = async (fault: Fault, signal: AbortSignal): Promise<Response | null> => {
  const { status, effect, body, headers } = fault
  if (effect !== undefined) return effectAnswers[effect](signal)
  if (status === undefined) return null
  const isText = typeof body === 'string'
  const noBody = body === undefined || [204, 205, 304].includes(status)
  return new Response(noBody ? null : isText ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json', ...headers },
  })
}
