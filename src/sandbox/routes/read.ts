import { notFound } from '../answers.ts'
import { instanceAnswer } from '../dialect.ts'
import type { SandboxApp } from '../env.ts'
import { machineOf } from '../world.ts'

/** `GET /api/instance/` and `GET /api/instance/{uuid}/`. */
export const readRoutes = (app: SandboxApp): void => {
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
