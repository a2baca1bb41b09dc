import { notFound } from '../answers.ts'
import type { SandboxApp } from '../env.ts'
import { usage } from '../usage.ts'
import { machineOf } from '../world.ts'

/** `GET /api/instance/{uuid}/stats/`: running containers on a host that can be reached. `seed` makes the usage. */
export const statsRoutes = (app: SandboxApp, seed: string): void => {
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
