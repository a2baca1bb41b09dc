import { bodyLimit, withWholeBody } from './body.ts'
import { appHeadersFor, dotSegments, methodRefused, safeHeaders } from './headers.ts'

export type Fetch = (request: Request) => Promise<Response>

/** What stands behind the app: `api` answers `/api/…`, `control` answers `/__sandbox/…` where there is a sandbox. */
export interface Handlers {
  api: Fetch
  control: Fetch | null
}

/** Whether a path belongs to what stands behind the app, rather than to the app. */
export const isBehind = (path: string): boolean => /^\/(?:api|__sandbox)(?:\/|$)/.test(path)

const hasDotSegments = new RegExp(dotSegments, 'i')

/**
 * Whether an address is none of the app's: one below `/api/` with dot segments, or one that is behind the app only once it is tidied up.
 * `target` is the address as it came, `pathname` what the URL parser made of it.
 */
export const isAstray = (target: string, pathname: string): boolean => {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '')
  return hasDotSegments.test(path) || (isBehind(pathname) && !isBehind(path.replace(/[?#].*/, '')))
}

/** Adds the security headers that the answer to a request has not set for itself. */
export const secured = (answer: Response, request: Request): Response => {
  const headers = new Headers(answer.headers)
  const added = appHeadersFor(new URL(request.url).host, request.headers.get('Sec-Fetch-Mode'))
  for (const [name, value] of Object.entries(added)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

const safe = ({ body, status, statusText, headers }: Response): Response =>
  new Response(body, { status, statusText, headers: safeHeaders(headers) })

const tooLong = (limit: number): Response =>
  safe(
    Response.json({ error: `The request is too large: ${limit / 1024} KiB is the most.` }, { status: 413 }),
  )

/**
 * Answers a request whose path is behind the app. Beside the real service there is no `/__sandbox/`; the documentation of the sandbox
 * is a page, and brings its own policy.
 */
export const handleBehind = async ({ api, control }: Handlers, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  const isControl = pathname.startsWith('/__sandbox')
  if (isControl && control === null)
    return safe(Response.json({ error: 'There is no sandbox here.' }, { status: 404 }))
  // No Request may have this method, so that nothing after this line could read one.
  if (request.method === 'TRACE') return methodRefused()
  const limit = isControl ? bodyLimit.control : bodyLimit.api
  const whole = await withWholeBody(request, limit)
  if (whole === null) return tooLong(limit)
  const answer = await (isControl && control !== null ? control : api)(whole)
  // The proxy has made its answers safe itself.
  if (control === null) return answer
  return pathname.startsWith('/api/docs/') ? secured(answer, request) : safe(answer)
}
