import type { Fetch } from './handlers.ts'

/** What a proxy must not pass on: these belong to one connection (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** The service sees a key and nothing of the browser: no cookies, no page, no address. */
const notForUpstream = [
  ...hopByHop,
  'accept-encoding',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'origin',
  'referer',
]

/** `fetch` has decoded the body, so its old length and coding no longer hold. */
const notForBrowser = [...hopByHop, 'content-encoding', 'content-length', 'set-cookie']

const isBrowserHint = (name: string): boolean => /^(?:sec-|x-forwarded-)/.test(name)

const without = (headers: Headers, names: readonly string[]): Headers => {
  const dropped = new Set([...names, ...(headers.get('connection') ?? '').toLowerCase().split(/\s*,\s*/)])
  return new Headers([...headers].filter(([name]) => !dropped.has(name) && !isBrowserHint(name)))
}

export interface ProxyOptions {
  fetch?: typeof fetch
  /** How long the service may take to begin its answer, in ms. */
  timeoutMs?: number
}

/** Where an upstream redirect leads, as seen from here: its own address would be refused by the browser. */
const relocate = (headers: Headers, base: string): void => {
  const location = headers.get('location')
  if (location === null) return
  const target = URL.canParse(location, `${base}/`) ? new URL(location, `${base}/`).href : ''
  if (target.startsWith(`${base}/`)) headers.set('location', `/api${target.slice(base.length)}`)
  else headers.delete('location')
}

const failure = (status: number, error: string): Response => Response.json({ error }, { status })

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
        headers: without(request.headers, notForUpstream),
        signal: AbortSignal.any([request.signal, late.signal]),
        redirect: 'manual',
        ...(request.body === null ? {} : { body: request.body, duplex: 'half' }),
      })
      const headers = without(answer.headers, notForBrowser)
      relocate(headers, base)
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
