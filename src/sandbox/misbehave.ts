import { createMiddleware } from 'hono/factory'

import { type Fault, faultAnswer, takeFault } from './faults.ts'
import { share } from './hash.ts'
import type { SandboxEnv, Session } from './session.ts'

/** Waits `ms`, or until the caller goes away. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })

const slowMs = 2000

/** What goes wrong in a flaky world: the upper end of each share of all requests. */
const flakiness = [
  [0.07, { status: 502, body: { error: 'Bad gateway.' } }],
  [0.12, { effect: 'html' }],
  [0.15, { effect: 'empty' }],
  [0.2, { effect: 'drop' }],
] as const

/** The network of a flaky world fails in the same places each time; on actions, half of the time after they took effect. */
const flakyFault = (session: Session, method: string, path: string): Fault | null => {
  const isAction = method === 'DELETE' || (method === 'POST' && path !== '/api/instance/')
  if (session.world.scenario !== 'flaky' || !(method === 'GET' || isAction)) return null
  const chance = share('flaky', session.id, session.asked)
  const kind = flakiness.find(([below]) => chance < below)?.[1]
  if (kind === undefined) return null
  const after = isAction && share('flaky after', session.id, session.asked) < 0.5
  return { path, after, ...kind }
}

/** Makes answers late, wrong or lost, as the world's scenario and the faults of the control endpoint say. */
export const misbehave = (pause: Pause) =>
  createMiddleware<SandboxEnv>(async (c, next) => {
    const session = c.get('session')
    const { method, path } = c.req
    const { signal } = c.req.raw
    session.asked += 1
    if (session.world.scenario === 'slow') await pause(slowMs, signal)
    const fault = takeFault(session.faults, method, path) ?? flakyFault(session, method, path)
    if (fault === null) return next()
    if (fault.delayMs !== undefined) await pause(fault.delayMs, signal)
    if (fault.after === true) await next()
    const answer = await faultAnswer(fault, signal)
    if (answer === null) return fault.after === true ? undefined : next()
    c.res = undefined
    c.res = answer
    return undefined
  })
