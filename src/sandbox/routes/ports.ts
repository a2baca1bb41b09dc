import * as z from 'zod/mini'

import { portBody } from '#contract/requests.ts'
import { sshPort } from '#contract/vocabulary.ts'

import { gone, invalid, notFound, notJson, readJson, refused } from '../answers.ts'
import { isLive } from '../dialect.ts'
import type { Machine } from '../machine.ts'
import type { SandboxApp, SandboxContext } from '../session.ts'
import { fieldErrors, isObject, notAnObjectError } from '../validate.ts'
import { machineOf } from '../world.ts'

interface PortChange {
  path: 'add-port' | 'remove-port'
  /** Why this port cannot be changed so, or null. */
  objection: (open: readonly number[], port: number) => string | null
  apply: (open: readonly number[], port: number) => number[]
  say: (port: number, uuid: string) => string
}

const changes: readonly PortChange[] = [
  {
    path: 'add-port',
    objection: (open, port) =>
      port === sshPort || open.includes(port) ? `Port ${port} is already open.` : null,
    apply: (open, port) => [...open, port].toSorted((a, b) => a - b),
    say: (port, uuid) => `Port ${port} added to instance ${uuid}`,
  },
  {
    path: 'remove-port',
    objection: (open, port) => {
      if (port === sshPort) return 'Port 22 (SSH) cannot be removed.'
      return open.includes(port) ? null : `Port ${port} is not open.`
    },
    apply: (open, port) => open.filter((other) => other !== port),
    say: (port, uuid) => `Port ${port} removed from instance ${uuid}`,
  },
]

const changePort = (c: SandboxContext, machine: Machine, json: unknown, by: PortChange): Response => {
  if (machine.resource_type !== 'vm') return refused(c, 'Ports can be changed on VMs only.')
  if (machine.state === 'deleted') return gone(c)
  if (!isObject(json)) return invalid(c, notAnObjectError)
  const body = z.safeParse(portBody, json)
  if (!body.success) return invalid(c, fieldErrors(json, body.error.issues))
  const { port } = body.data
  const objection = by.objection(machine.ports, port)
  if (objection !== null) return invalid(c, { port: [objection] })
  machine.ports = by.apply(machine.ports, port)
  const { uuid, state, ports } = machine
  const message = by.say(port, uuid)
  return c.json(
    isLive(c.get('session').world) ? { message, uuid, state } : { message, uuid, wan_ports: ports },
  )
}

/** `POST …/add-port/` and `POST …/remove-port/`. */
export const portRoutes = (app: SandboxApp): void => {
  for (const by of changes) {
    app.post(`/api/instance/:ref/${by.path}/`, async (c) => {
      const body = await readJson(c)
      const machine = machineOf(c.get('session').world, c.req.param('ref'))
      if (machine === null) return notFound(c)
      return body === null ? notJson(c) : changePort(c, machine, body.json, by)
    })
  }
}
