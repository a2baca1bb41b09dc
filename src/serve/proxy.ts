import { randomUUID } from 'node:crypto'

import { watched } from './body.ts'
import type { Fetch } from './handlers.ts'
import { apiHeaders, methodRefused, methods, safeHeaders, toService } from './headers.ts'
import { failureOf, openUpstream, type Send } from './upstream.ts'

export interface ProxyOptions {
  send: Send
  /** The host of the proxy that `send` goes through, to name it where it fails. */
  proxy?: string | null
  /** Takes a line for each request that failed on the way: never a key, a body or a query. */
  log?: (line: string) => void
  /** How long the service may take to begin its answer, in ms. */
  timeoutMs?: number
}

const failure = (status: number, error: string, more: Record<string, string> = {}): Response =>
  Response.json({ error }, { status, headers: { ...apiHeaders, ...more } })

/** What the service is told of a request: see `toService`. `via` names the servers that it has passed, this one included. */
const headersFor = (headers: Headers, via: string): Headers => {
  const sent = new Headers([...headers].filter(([name]) => toService.some((passed) => passed === name)))
  sent.set('via', via)
  return sent
}

type Answer = Awaited<ReturnType<Send>>

/**
 * What is said of a redirect. None is followed, and none is passed on: the app takes it for a sign-in of something in between. A plain
 * host is named, as the servers in `deploy/` name it; what takes a URL parser to read may be meant to mislead, and leads nowhere.
 */
const redirection = (location: string, base: string): string => {
  const { host, hostname, origin, protocol, pathname } = new URL(base)
  const path = location.startsWith(`${origin}/`) ? location.slice(origin.length) : location
  if (path.startsWith(pathname) && /^(?:[/?#]|$)/.test(path.slice(pathname.length)))
    return `${host} redirects within its API. It was not followed.`
  const [, scheme = '', name = '', port = ''] =
    /^(?:(https?):)?\/\/([\w.-]+)(:\d+)?(?:[/?#]|$)/i.exec(location) ?? []
  if (protocol === 'http:' && scheme.toLowerCase() === 'https' && name.toLowerCase() === hostname)
    return `${host} sends us to https://${name}${port}. Set CCLOUD_API_URL to an address that begins with https://.`
  if (name === '' && !/^\/(?:[^/\\]|$)/.test(location)) return `${host} redirects to nowhere.`
  return `${host} sends us to ${name === '' ? host : name + port}: something in between asks for a sign-in.`
}

const typeNames: Readonly<Record<string, string>> = {
  'text/html': 'an HTML page',
  'application/xhtml+xml': 'an HTML page',
  'text/plain': 'plain text',
}

const jsonType = /^application\/(?:[\w.-]+\+)?json$/

const signIn = 'Something in between may ask for a sign-in.'
const advice: Readonly<Record<number, string>> = {
  401: signIn,
  403: signIn,
  404: 'Check the address in CCLOUD_API_URL.',
}

/** Why an answer is not one of the API, which speaks JSON alone; null where it is. */
const foreign = (answer: Answer, host: string): string | null => {
  const [type = ''] = (answer.headers.get('content-type') ?? '').toLowerCase().split(/\s*;\s*/)
  if (
    type === '' ||
    jsonType.test(type) ||
    answer.status === 204 ||
    answer.headers.get('content-length') === '0'
  )
    return null
  const what = typeNames[type] ?? 'something'
  const next = answer.status < 300 ? signIn : (advice[answer.status] ?? '')
  return `${host} sent ${what} (status ${answer.status}) where JSON belongs. ${next}`.trim()
}

/**
 * Passes `/api/…` on to the service below `base`, once, and its answer back as a stream. An answer that does not begin in time is a
 * 504; a service that cannot be reached, or sends anything but JSON, or a status that the API does not have, a 502; a request that has
 * been here before a 508. When the browser goes away, the request upstream is ended too.
 */
export const createProxy = (
  base: string,
  { send, proxy = null, log = () => undefined, timeoutMs = 60_000 }: ProxyOptions,
): Fetch => {
  const { host } = new URL(base)
  const self = `hatteras-${randomUUID()}`

  const passBack = (answer: Answer, broken: (error: unknown) => void): Response | string => {
    const { status, body } = answer
    const headers = safeHeaders(answer.headers)
    if (status < 200 || status === 205 || status === 304 || status > 599)
      return `${host} answered with status ${status}, which the API does not have.`
    if (status >= 300 && status < 400) return redirection(answer.headers.get('location') ?? '', base)
    const why = foreign(answer, host)
    if (why !== null) return why
    // Without a type a browser would guess one, and so would the server that sends this on.
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
    const whole =
      body &&
      watched(body, (error) => {
        broken(error)
        return error
      })
    return new Response(whole, { status, headers })
  }

  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const { method, signal } = request
    const fail = (
      status: number,
      sentence: string,
      code = '',
      more: Record<string, string> = {},
    ): Response => {
      log(`${method} ${pathname} ${status}: ${sentence}${code === '' ? '' : ` (${code})`}`)
      return failure(status, sentence, more)
    }
    if (!methods.includes(method)) return methodRefused()
    const passed = request.headers.get('via')
    if (passed?.includes(self) === true)
      return fail(508, 'CCLOUD_API_URL leads back to this server. Set it to the address of the service.')
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), timeoutMs)
    try {
      const answer = await send(`${base}${pathname.replace(/^\/api/, '')}${search}`, {
        method,
        headers: headersFor(
          request.headers,
          [...(passed === null ? [] : [passed]), `1.1 ${self}`].join(', '),
        ),
        body: request.body === null ? null : await request.arrayBuffer(),
        signal: AbortSignal.any([signal, late.signal]),
      })
      const passedBack = passBack(answer, (error) => {
        if (signal.aborted) return
        const { code } = failureOf(error, host, proxy)
        log(`${method} ${pathname} ${answer.status}: ${host} broke its answer off. (${code})`)
      })
      if (typeof passedBack !== 'string') return passedBack
      void answer.body?.cancel().catch(() => undefined)
      const retryAfter = answer.headers.get('retry-after')
      return fail(502, passedBack, '', retryAfter === null ? {} : { 'Retry-After': retryAfter })
    } catch (error) {
      if (signal.aborted) return failure(502, 'The browser went away.')
      if (late.signal.aborted)
        return fail(504, `${host} did not answer within ${Math.round(timeoutMs / 1000)} seconds.`)
      const { status, sentence, code } = failureOf(error, host, proxy)
      return fail(status, sentence, code)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** The proxy as a server uses it. `through` is the proxy on the way to the service, if there is one; `log` takes a line for each failure. */
export const openProxy = (base: string, through: string | null, log: (line: string) => void): Fetch =>
  createProxy(base, {
    send: openUpstream(base, through),
    proxy: through === null ? null : new URL(through).host,
    log,
  })
