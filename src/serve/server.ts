import { Hono } from 'hono'

import { secured } from './secure-headers.ts'
import { serveSite } from './serve-site.ts'
import type { Site } from './site.ts'

export interface ServerParts {
  site: Site
  /** Answers `/api/…`. */
  api: (request: Request) => Promise<Response>
  /** Answers `/__sandbox/…`, where there is a sandbox. */
  control: ((request: Request) => Promise<Response>) | null
}

/** Everything on one origin: the app, its API, and, beside a sandbox, the door that steers it. */
export const createServer = ({ site, api, control }: ServerParts): Hono => {
  const app = new Hono()
  app.all('/api/*', async (c) => secured(await api(c.req.raw)))
  app.all('/__sandbox/*', async (c) =>
    secured(
      control === null
        ? Response.json({ error: 'There is no sandbox here.' }, { status: 404 })
        : await control(c.req.raw),
    ),
  )
  app.all('*', (c) => secured(serveSite(site, c.req.raw)))
  app.onError((error) => {
    throw error
  })
  return app
}
