import { createMiddleware } from 'hono/factory'

import { unauthorized } from './answers.ts'
import type { SandboxEnv } from './env.ts'
import { scenarioOf } from './keys.ts'
import { settle } from './transitions.ts'
import type { Worlds } from './worlds.ts'

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

/** Brings the world up to now before the handler sees it, and has it saved when something changed. */
export const settleWorld = (worlds: Worlds, clock: () => number) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const session = c.get('session')
    c.set('now', session.stoppedAt ?? clock() + session.world.aheadMs)
    const settled = settle(session.world.machines, c.get('now'))
    await next()
    if (!settled && (c.req.method === 'GET' || !c.res.ok)) return
    session.pristine = false
    worlds.save(session)
  })
