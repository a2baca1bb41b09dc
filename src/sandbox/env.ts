import type { Context, Hono } from 'hono'

import type { Session } from './session.ts'

/** What every handler behind the key finds in its context. `now` is the world's own time in ms. */
export interface SandboxEnv {
  Variables: { session: Session; now: number }
}

export type SandboxApp = Hono<SandboxEnv>
export type SandboxContext = Context<SandboxEnv>
