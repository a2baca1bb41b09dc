import { appHeaders, safeHeaders } from './headers.ts'

export type Fetch = (request: Request) => Promise<Response>

/** What stands behind the app: `api` answers `/api/…`, `control` answers `/__sandbox/…` where there is a sandbox. */
export interface Handlers {
  api: Fetch
  control: Fetch | null
}

/** Whether a path belongs to what stands behind the app, rather than to the app. */
export const isBehind = (path: string): boolean => /^\/(?:api|__sandbox)(?:\/|$)/.test(path)

/** Adds the security headers that the answer has not set for itself. */
export const secured = (answer: Response): Response => {
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(appHeaders)) {
    if (!headers.has(name)) headers.set(name, value)
  }
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
}

const safe = ({ body, status, statusText, headers }: Response): Response =>
  new Response(body, { status, statusText, headers: safeHeaders(headers) })

/**
 * Answers a request whose path is behind the app. Beside the real service there is no `/__sandbox/`; the documentation of the sandbox
 * is a page, and brings its own policy.
 */
export const handleBehind = async ({ api, control }: Handlers, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  const isControl = pathname.startsWith('/__sandbox')
  if (control !== null) {
    const answer = await (isControl ? control : api)(request)
    return pathname.startsWith('/api/docs/') ? secured(answer) : safe(answer)
  }
  return isControl
    ? safe(Response.json({ error: 'There is no sandbox here.' }, { status: 404 }))
    : api(request)
}
