import { createMiddleware } from 'hono/factory'
import * as z from 'zod/mini'

import { unauthorized } from './answers.ts'
import { type Scenario, scenarioOf, scenarios } from './keys.ts'
import { makeWorld } from './seeds/make-world.ts'
import type { SandboxEnv, Session } from './session.ts'
import { settle } from './transitions.ts'
import { type World, worldSchema } from './world.ts'

/** Where worlds are kept, as text by world id. A store never throws for what is missing or cannot be written. */
export interface WorldStore {
  /** Null where there is none. Rejects where there is one that cannot be read: a new one would take its place. */
  read: (id: string) => Promise<string | null>
  write: (id: string, text: string) => Promise<void>
  /** Puts a damaged world out of the way without destroying it. */
  setAside: (id: string) => Promise<void>
}

/** A store that forgets with the process. */
export const memoryStore = (): WorldStore => {
  const texts = new Map<string, string>()
  return {
    read: async (id) => texts.get(id) ?? null,
    write: async (id, text) => {
      texts.set(id, text)
    },
    setAside: async (id) => {
      texts.delete(id)
    },
  }
}

/** A world nothing has happened in: 10,000 machines then take a line in the store, not five megabytes. */
const pristineSchema = z.object({ version: z.literal(1), scenario: z.enum(scenarios), seededAt: z.number() })

const keepOpen = 200

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const fromText = (id: string, text: string): { world: World; pristine: boolean } | null => {
  const json = parseJson(text)
  const whole = z.safeParse(worldSchema, json)
  if (whole.success) return { world: whole.data, pristine: false }
  const seed = z.safeParse(z.strictObject(pristineSchema.shape), json)
  return seed.success
    ? { world: makeWorld(seed.data.scenario, id, seed.data.seededAt), pristine: true }
    : null
}

const toText = ({ world, pristine }: Session): string =>
  JSON.stringify(
    pristine ? { version: world.version, scenario: world.scenario, seededAt: world.seededAt } : world,
  )

export interface Worlds {
  /** The world of this id, from memory, from the store, or new. */
  open: (id: string, scenario: Scenario) => Promise<Session>
  /** Has the world written down: at once, and once more when it changes while that goes on. */
  save: (session: Session) => void
  /** Resolves when everything is written. */
  flush: () => Promise<void>
}

/** Opens worlds when they are first asked for. `clock` gives the time in ms. */
export const createWorlds = (store: WorldStore, clock: () => number): Worlds => {
  const sessions = new Map<string, Promise<Session>>()
  const writing = new Map<string, Promise<void>>()
  const waiting = new Map<string, Session>()

  const write = async (session: Session): Promise<void> => {
    let next: Session | undefined = session
    while (next !== undefined) {
      waiting.delete(session.id)
      await store.write(session.id, toText(next))
      next = waiting.get(session.id)
    }
    writing.delete(session.id)
  }

  const save = (session: Session): void => {
    waiting.set(session.id, session)
    if (!writing.has(session.id)) writing.set(session.id, write(session))
  }

  const load = async (id: string, scenario: Scenario): Promise<Session> => {
    const fresh = { id, faults: [], requests: [], asked: 0, stoppedAt: null }
    await writing.get(id)
    const text = await store.read(id)
    const found = text === null ? null : fromText(id, text)
    if (found !== null) return { ...fresh, ...found }
    if (text !== null) await store.setAside(id)
    const session = { ...fresh, world: makeWorld(scenario, id, clock()), pristine: true }
    save(session)
    return session
  }

  return {
    open: (id, scenario) => {
      const session = sessions.get(id) ?? load(id, scenario)
      // What failed is tried again by the next request.
      session.catch(() => sessions.delete(id))
      sessions.delete(id)
      sessions.set(id, session)
      const [oldest] = sessions.keys()
      if (sessions.size > keepOpen && oldest !== undefined) sessions.delete(oldest)
      return session
    },
    save,
    flush: async () => {
      while (writing.size > 0) await Promise.all(writing.values())
    },
  }
}

const bearer = /^Bearer +(\S+)$/i

/** The name a world goes by on disk: the key itself is written nowhere. */
const idOf = async (key: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))
  return [...new Uint8Array(digest)]
    .slice(0, 16)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

/** Lets in a request with a valid key and opens the world of that key; 401 for every other. */
export const openWorld = (worlds: Worlds) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const key = bearer.exec(c.req.header('Authorization') ?? '')?.[1]
    if (key === undefined) return unauthorized(c, 'Authentication credentials were not provided.')
    const scenario = scenarioOf(key)
    if (scenario === null) return unauthorized(c, 'Invalid API key.')
    c.set('session', await worlds.open(await idOf(key), scenario))
    return next()
  })

/** Brings the world up to now before the handler sees it, has it saved when something changed, and tells its time as any server does. */
export const settleWorld = (worlds: Worlds, clock: () => number) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const session = c.get('session')
    c.set('now', session.stoppedAt ?? clock() + session.world.aheadMs)
    const settled = settle(session.world.machines, c.get('now'))
    await next()
    c.header('Date', new Date(c.get('now')).toUTCString())
    if (!settled && (c.req.method === 'GET' || !c.res.ok)) return
    session.pristine = false
    worlds.save(session)
  })
