import { refusalOf } from '../admission.ts'
import { notFound, refused } from '../answers.ts'
import { refusalAnswer } from '../dialect.ts'
import { type Machine, effectiveState, type State } from '../machine.ts'
import { lanAddress } from '../make-machine.ts'
import { billOf, change } from '../meter.ts'
import type { SandboxApp } from '../session.ts'
import { durations, mayStart, stoppedState } from '../transitions.ts'
import { machineOf, type World } from '../world.ts'

const keepClosed = 1000

const what = (machine: Machine): string =>
  machine.resource_type === 'vm' ? `VM ${lanAddress(machine)}` : `Container ${machine.uuid}`

/** The action counts at once for the rules and the meter; a GET shows the state before until `due`. */
const beginTransition = (machine: Machine, now: number, state: State, ms: number): void => {
  const isThere = machine.state === state
  change(machine, now, { pending: isThere ? null : { state, due: now + ms } })
}

const remove = (world: World, machine: Machine, now: number): void => {
  const { compute, gpu, storage, surcharge } = billOf(machine, now)
  world.closed.push({
    uuid: machine.uuid,
    name: machine.name,
    compute: `${compute}`,
    gpu: `${gpu}`,
    storage: `${storage}`,
    surcharge: `${surcharge}`,
  })
  world.closed.splice(0, world.closed.length - keepClosed)
  world.machines.splice(world.machines.indexOf(machine), 1)
}

/** `POST …/stop/`, `POST …/restart/` and `DELETE /api/instance/{uuid}/`. */
export const actionRoutes = (app: SandboxApp): void => {
  app.post('/api/instance/:ref/stop/', (c) => {
    const { world } = c.get('session')
    const machine = machineOf(world, c.req.param('ref'))
    if (machine === null) return notFound(c)
    if (!mayStart('stop', machine))
      return refused(
        c,
        `Instance is not in a stoppable state: it is ${effectiveState(machine)}, not running.`,
      )
    const state = stoppedState[machine.resource_type]
    beginTransition(machine, c.get('now'), state, durations.stop)
    const message = `${what(machine)} is being stopped safely. Data preserved.`
    return c.json({ message, uuid: machine.uuid, state })
  })

  app.post('/api/instance/:ref/restart/', (c) => {
    const { world } = c.get('session')
    const machine = machineOf(world, c.req.param('ref'))
    if (machine === null) return notFound(c)
    if (!mayStart('restart', machine))
      return refused(
        c,
        `Instance is not in a restartable state: it is ${effectiveState(machine)}, not shut_off or exited.`,
      )
    // Its disk stayed with it: only what a stop gave back has to be found again.
    const refusal = refusalOf(world, { ...machine, disk_size_gib: 0 })
    if (refusal !== null) return c.json(refusalAnswer(world, machine, refusal), 422)
    beginTransition(machine, c.get('now'), 'running', durations.restart)
    return c.json({ message: `${what(machine)} is being restarted.`, uuid: machine.uuid, state: 'running' })
  })

  app.delete('/api/instance/:ref/', (c) => {
    const { world } = c.get('session')
    const machine = machineOf(world, c.req.param('ref'))
    if (machine === null || machine.state === 'deleted') return notFound(c)
    remove(world, machine, c.get('now'))
    return c.body(null, 204)
  })
}
