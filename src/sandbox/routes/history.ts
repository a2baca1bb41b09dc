import { historyOf } from '../history/history.ts'
import type { SandboxApp } from '../session.ts'

/**
 * `GET /__sandbox/history?connection=…`: a week of this world as a file that the app imports, under the name by which it knows the
 * account. `seed` makes the usage.
 */
export const historyRoutes = (app: SandboxApp, seed: string): void => {
  app.get('/__sandbox/history', (c) => {
    const connection = c.req.query('connection')
    if (connection === undefined || !/^[\w-]{1,64}$/.test(connection))
      return c.json({ error: 'Say by ?connection= under which name the app knows the account.' }, 400)
    const { id: worldId, world } = c.get('session')
    return c.json(historyOf(world, { worldId, seed, now: c.get('now'), connection }))
  })
}
