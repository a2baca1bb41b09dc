import { Hono, type MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'

import { endpoints } from '#contract/endpoints.ts'
import { secretFields } from '#contract/vocabulary.ts'

import { noSuchPath, notFound, readJson } from './answers.ts'
import { instanceAnswer } from './dialect.ts'
import { DroppedConnection } from './faults.ts'
import { misbehave, type Pause, pause as realPause } from './misbehave.ts'
import { actionRoutes } from './routes/actions.ts'
import { controlRoutes } from './routes/control.ts'
import { createRoutes } from './routes/create.ts'
import { type DocsAsset, docsRoutes } from './routes/docs.ts'
import { historyRoutes } from './routes/history.ts'
import { portRoutes } from './routes/ports.ts'
import { updateRoutes } from './routes/update.ts'
import { remember, type SandboxApp, type SandboxEnv } from './session.ts'
import { usage } from './usage.ts'
import { machineOf } from './world.ts'
import { createWorlds, memoryStore, openWorld, settleWorld, type WorldStore } from './worlds.ts'

const masked: ReadonlySet<string> = new Set([...secretFields, 'aws_access_key_id'])

const withoutSecrets = (json: unknown): unknown => {
  const body = z.safeParse(z.record(z.string(), z.unknown()), json)
  if (!body.success) return null
  return Object.fromEntries(
    Object.entries(body.data).map(([key, value]) => [key, masked.has(key) ? '•••' : value]),
  )
}

/** Keeps what was asked, for the control endpoint. A body that is no JSON object is not kept: a secret could be anywhere in it. */
const logRequests = (clock: () => number) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const { method, path } = c.req
    const at = new Date(clock()).toISOString()
    const body = method === 'GET' ? null : withoutSecrets((await readJson(c))?.json)
    let status: number | null = null
    try {
      await next()
      ;({ status } = c.res)
    } finally {
      remember(c.get('session'), { at, method, path, status, body })
    }
  })

/** `GET /api/instance/{uuid}/stats/`: running containers on a host that can be reached. `seed` makes the usage. */
const statsRoutes = (app: SandboxApp, seed: string): void => {
  app.get('/api/instance/:ref/stats/', (c) => {
    const machine = machineOf(c.get('session').world, c.req.param('ref'))
    if (machine === null) return notFound(c)
    if (machine.resource_type === 'vm')
      return c.json({ error: 'Stats are available for containers only.' }, 400)
    if (machine.state !== 'running' && machine.state !== 'idle')
      return c.json({ error: 'Instance is not running.' }, 400)
    if (!machine.reachable) return c.json({ error: 'Failed to reach the host.' }, 502)
    return c.json(usage(seed, machine, c.get('now')))
  })
}

/** `GET /api/instance/` and `GET /api/instance/{uuid}/`. */
const readRoutes = (app: SandboxApp): void => {
  app.get('/api/instance/', (c) => {
    const { world } = c.get('session')
    return c.json(world.machines.map((machine) => instanceAnswer(world, machine)))
  })

  app.get('/api/instance/:ref/', (c) => {
    const { world } = c.get('session')
    const machine = machineOf(world, c.req.param('ref'))
    return machine === null ? notFound(c) : c.json(instanceAnswer(world, machine))
  })
}

/** The methods that each path of the API has. */
const methodsOf = (path: string): string =>
  Object.values(endpoints)
    .filter((endpoint) => endpoint.path === path)
    .map(({ method }) => method)
    .join(', ')

/** A body in another form than JSON is refused, as the page sends JSON and nothing else. */
const jsonOnly = createMiddleware<SandboxEnv>(async (c, next) => {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? 'application/json'
  const isOther = type !== 'application/json' && (await c.req.text()) !== ''
  return isOther ? c.json({ detail: `Unsupported media type "${type}" in request.` }, 415) : next()
})

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
  app.use('/api/instance/*', openWorld(worlds), logRequests(clock), misbehave(pause), settled, jsonOnly)
  app.use('/__sandbox/*', openWorld(worlds), settled)

  readRoutes(app)
  createRoutes(app)
  updateRoutes(app)
  actionRoutes(app)
  portRoutes(app)
  statsRoutes(app, seed)
  controlRoutes(app)
  historyRoutes(app, seed)
  docsRoutes(app, docsAsset)

  // What matched no route above: a known path asked with another method, or no path of the API at all.
  for (const { path } of Object.values(endpoints)) {
    app.all(`/api${path.replace('{uuid}', ':ref')}`, (c) =>
      c.json({ detail: `Method "${c.req.method}" not allowed.` }, 405, { Allow: methodsOf(path) }),
    )
  }
  app.notFound(noSuchPath)
  app.onError((error, c) => {
    if (error instanceof DroppedConnection) throw error
    return c.json({ error: `The sandbox failed: ${error.message}` }, 500)
  })
  return { fetch: async (request) => app.fetch(request), flush: worlds.flush }
}
