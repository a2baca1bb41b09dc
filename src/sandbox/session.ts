import type { Context, Hono } from 'hono'

import type { Fault } from './faults.ts'
import type { World } from './world.ts'

/** One line of the control endpoint's list of what was asked. */
export interface RequestLine {
  at: string
  method: string
  path: string
  status: number | null
  body: unknown
}

/** An open world with what lasts only as long as the server: faults to come, what was asked, how much was asked. */
export interface Session {
  id: string
  world: World
  /** Nothing has changed since the seed: the file needs only the scenario and the time to make the world again. */
  pristine: boolean
  faults: Fault[]
  requests: RequestLine[]
  asked: number
  /** Where the control endpoint has stopped this world's clock, in ms; null while it runs. */
  stoppedAt: number | null
}

const keepRequests = 1000
/** Characters of a path, and of a body as JSON: more than any request of the API has. */
const longestPath = 500
const longestBody = 4000

const isLong = (body: unknown): boolean => (JSON.stringify(body) ?? '').length > longestBody

/** Adds a line to the list of what was asked, which takes a few megabytes at most, whatever is sent. */
export const remember = (session: Session, line: RequestLine): void => {
  session.requests.push({
    ...line,
    path: line.path.slice(0, longestPath),
    body: isLong(line.body) ? '(too long to keep)' : line.body,
  })
  if (session.requests.length > keepRequests) session.requests.shift()
}

/** What every handler behind the key finds in its context. `now` is the world's own time in ms. */
export interface SandboxEnv {
  Variables: { session: Session; now: number }
}

export type SandboxApp = Hono<SandboxEnv>
export type SandboxContext = Context<SandboxEnv>
