import type { Fetch } from './handlers.ts'
import { apiHeaders, safeHeaders, toService } from './headers.ts'

/** What the service is told of a request: see `toService`. */
const headersFor = (headers: Headers): Headers =>
  new Headers([...headers].filter(([name]) => toService.some((passed) => passed === name)))

export interface ProxyOptions {
  fetch?: typeof fetch
  /** How long the service may take to begin its answer, in ms. */
  timeoutMs?: number
}

/** Where an upstream redirect leads, as seen from here: its own address would be refused by the browser. */
const relocate = (headers: Headers, location: string | null, base: string): void => {
  if (location === null) return
  const target = URL.canParse(location, `${base}/`) ? new URL(location, `${base}/`).href : ''
  if (target.startsWith(`${base}/`)) headers.set('location', `/api${target.slice(base.length)}`)
}

const failure = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: apiHeaders })

/**
 * Passes `/api/…` on to the service below `base`, and its answer back, as streams. An answer that does not begin in time is a
 * 504, a service that cannot be reached a 502; when the browser goes away, the request upstream is ended too.
 */
export const createProxy = (
  base: string,
  { fetch: send = fetch, timeoutMs = 60_000 }: ProxyOptions = {},
): Fetch => {
  const { host } = new URL(base)
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeoutMs)
    try {
      const answer = await send(`${base}${pathname.replace(/^\/api/, '')}${search}`, {
        method: request.method,
        headers: headersFor(request.headers),
        signal: AbortSignal.any([request.signal, late.signal]),
        redirect: 'manual',
        ...(request.body === null ? {} : { body: request.body, duplex: 'half' }),
      })
      const headers = safeHeaders(answer.headers)
      relocate(headers, answer.headers.get('location'), base)
      return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
    } catch {
      return late.signal.aborted
        ? failure(504, `${host} did not answer within ${Math.round(timeoutMs / 1000)} seconds.`)
        : failure(502, `${host} could not be reached.`)
    } finally {
      clearTimeout(timer)
    }
  }
}
