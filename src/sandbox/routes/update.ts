import * as z from 'zod/mini'

import { updateBody, type UpdateBody } from '#contract/requests.ts'

import { refusalOf } from '../admission.ts'
import { type FieldErrors, gone, invalid, notFound, notJson, readJson, refused } from '../answers.ts'
import { instanceAnswer, isLive, refusalAnswer } from '../dialect.ts'
import { liveUpdateBody } from '../live-wire.ts'
import { type Machine, type Size, effectiveState } from '../machine.ts'
import { change, holdsCompute } from '../meter.ts'
import { isFree } from '../names.ts'
import type { SandboxApp, SandboxContext } from '../session.ts'
import { durations, mayStart } from '../transitions.ts'
import { blame, fieldErrors, isObject, notAnObjectError, sound } from '../validate.ts'
import { machineOf, type World } from '../world.ts'

const readUpdate = (json: unknown, machine: Machine, world: World): UpdateBody | { errors: FieldErrors } => {
  if (!isObject(json)) return { errors: notAnObjectError }
  const schema = isLive(world) ? liveUpdateBody : updateBody
  const result = z.safeParse(schema, json)
  const errors = result.success ? {} : fieldErrors(json, result.error.issues)
  const { name } = z.parse(schema, sound(json, errors))
  if (name !== undefined && !isFree(name, world.machines, machine))
    blame(errors, 'name', 'An instance with this name already exists.')
  return result.success && Object.keys(errors).length === 0 ? result.data : { errors }
}

/** What the host must have in addition. A stopped machine holds its disk only, and takes the rest when it restarts. */
const growth = (machine: Machine, size: Size): Size => {
  const compute = holdsCompute(effectiveState(machine))
  return {
    n_vcpus: compute ? size.n_vcpus - machine.n_vcpus : 0,
    mem_gib: compute ? size.mem_gib - machine.mem_gib : 0,
    disk_size_gib: size.disk_size_gib - machine.disk_size_gib,
  }
}

const resize = (c: SandboxContext, machine: Machine, size: Size): Response | null => {
  const { world } = c.get('session')
  if (machine.resource_type === 'vm' && !isLive(world))
    return refused(c, 'Live resize is available for containers only.')
  if (!mayStart('resize', machine))
    return refused(c, `An instance in the state ${effectiveState(machine)} cannot be resized.`)
  const need = { ...growth(machine, size), cpu_tier: machine.cpu_tier, gpu_model: null }
  const refusal = refusalOf(world, need)
  if (refusal === null) return null
  if ('limit' in refusal) return c.json(refusalAnswer(world, { ...size, gpu_model: null }, refusal), 422)
  const { free } = refusal.host
  const reachable = {
    n_vcpus: size.n_vcpus - need.n_vcpus + free.n_vcpus,
    mem_gib: size.mem_gib - need.mem_gib + free.mem_gib,
    disk_size_gib: machine.disk_size_gib + free.disk_size_gib,
  }
  const host = { ...refusal.host, free: reachable }
  return c.json(refusalAnswer(world, { ...size, gpu_model: null }, { host }), 422)
}

/** `PATCH /api/instance/{uuid}/`: all of the change or nothing of it. */
export const updateRoutes = (app: SandboxApp): void => {
  app.patch('/api/instance/:ref/', async (c) => {
    const { world } = c.get('session')
    const body = await readJson(c)
    const machine = machineOf(world, c.req.param('ref'))
    if (machine === null) return notFound(c)
    if (machine.state === 'deleted') return gone(c)
    if (body === null) return notJson(c)
    const asked = readUpdate(body.json, machine, world)
    if ('errors' in asked) return invalid(c, asked.errors)
    const { name = machine.name, ...sizes } = asked
    const size = {
      n_vcpus: sizes.n_vcpus ?? machine.n_vcpus,
      mem_gib: sizes.mem_gib ?? machine.mem_gib,
      disk_size_gib: sizes.disk_size_gib ?? machine.disk_size_gib,
    }
    const isResize = Object.keys(sizes).length > 0
    const refusal = isResize ? resize(c, machine, size) : null
    if (refusal !== null) return refusal
    const now = c.get('now')
    change(machine, now, { name, ...size })
    if (isResize && machine.resource_type === 'vm' && machine.state === 'running') {
      const due = now + durations.liveVmResize
      change(machine, now, { state: 'resizing', pending: { state: 'running', due } })
    }
    return c.json(instanceAnswer(world, machine))
  })
}
