import { endpoints } from '#contract/endpoints.ts'
import { Hono, type MiddlewareHandler } from 'hono'

import { noSuchPath } from './answers.ts'
import type { SandboxEnv } from './env.ts'
import { DroppedConnection } from './faults.ts'
import { misbehave } from './misbehave.ts'
import { openWorld, settleWorld } from './open-world.ts'
import { pause as realPause, type Pause } from './pause.ts'
import { logRequests } from './request-log.ts'
import { actRoutes } from './routes/acts.ts'
import { controlRoutes } from './routes/control.ts'
import { createRoutes } from './routes/create.ts'
import { docsRoutes, type DocsAsset } from './routes/docs.ts'
import { portRoutes } from './routes/ports.ts'
import { readRoutes } from './routes/read.ts'
import { statsRoutes } from './routes/stats.ts'
import { updateRoutes } from './routes/update.ts'
import { memoryStore, type WorldStore } from './store.ts'
import { createWorlds } from './worlds.ts'

export interface SandboxOptions {
  /** The time in ms. */
  clock?: () => number
  /** Makes the usage of the machines: another seed, other charts. */
  seed?: string
  store?: WorldStore
  pause?: Pause
  /** Where the files of Swagger UI come from; without it the API docs page is empty. */
  docsAsset?: DocsAsset
}

export interface Sandbox {
  /** Answers a request; rejects with `DroppedConnection` where a fault breaks the connection. */
  fetch: (request: Request) => Promise<Response>
  /** Resolves when every change is in the store. */
  flush: () => Promise<void>
}

/** A path without its slash at the end is no path of the API: not found, whoever asks, and no redirect. */
const slashOnly: MiddlewareHandler = (c, next) =>
  c.req.path.endsWith('/') ? next() : Promise.resolve(noSuchPath(c))

/** A local Carolina Cloud: `/api/…` as the API page says, and `/__sandbox/…` to steer it. */
export const createSandbox = ({
  clock = Date.now,
  seed = 'hatteras',
  store = memoryStore(),
  pause = realPause,
  docsAsset = () => Promise.resolve(null),
}: SandboxOptions = {}): Sandbox => {
  const app = new Hono<SandboxEnv>()
  const worlds = createWorlds(store, clock)
  const settled = settleWorld(worlds, clock)
  app.use('/api/instance/*', slashOnly)
  app.use('/api/instance/*', openWorld(worlds), logRequests(clock), misbehave(pause), settled)
  app.use('/__sandbox/*', openWorld(worlds), settled)

  readRoutes(app)
  createRoutes(app)
  updateRoutes(app)
  actRoutes(app)
  portRoutes(app)
  statsRoutes(app, seed)
  controlRoutes(app)
  docsRoutes(app, docsAsset)

  // What matched no route above: a known path asked with another method, or no path of the API at all.
  for (const { path } of Object.values(endpoints)) {
    app.all(`/api${path.replace('{uuid}', ':ref')}`, (c) =>
      c.json({ detail: `Method "${c.req.method}" not allowed.` }, 405),
    )
  }
  app.notFound(noSuchPath)
  app.onError((error, c) => {
    if (error instanceof DroppedConnection) throw error
    return c.json({ error: `The sandbox failed: ${error.message}` }, 500)
  })
  return { fetch: async (request) => app.fetch(request), flush: worlds.flush }
}
