export type Fetch = (request: Request) => Promise<Response>

/** What stands behind the app: `api` answers `/api/…`, `control` answers `/__sandbox/…` where there is a sandbox. */
export interface Handlers {
  api: Fetch
  control: Fetch | null
}

/** Whether a path belongs to what stands behind the app, rather than to the app. */
export const isBehind = (path: string): boolean => /^\/(?:api|__sandbox)(?:\/|$)/.test(path)

/** Answers a request whose path is behind the app. Beside the real service, there is no `/__sandbox/`. */
export const handleBehind = async ({ api, control }: Handlers, request: Request): Promise<Response> => {
  const isControl = new URL(request.url).pathname.startsWith('/__sandbox')
  if (!isControl) return api(request)
  return control === null
    ? Response.json({ error: 'There is no sandbox here.' }, { status: 404 })
    : control(request)
}
