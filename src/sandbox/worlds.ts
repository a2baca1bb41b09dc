import * as z from 'zod/mini'

import { scenarios, type Scenario } from './keys.ts'
import { makeWorld } from './seeds/make-world.ts'
import type { Session } from './session.ts'
import type { WorldStore } from './store.ts'
import { worldSchema, type World } from './world.ts'

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
