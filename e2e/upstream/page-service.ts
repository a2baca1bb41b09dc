import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import * as z from 'zod/mini'

import { aMachine, type Machine } from './machine.ts'
import { portOf } from './ports.ts'

/** A request as the service saw it. */
export interface Seen {
  method: string
  path: string
  headers: IncomingMessage['headers']
}

export interface PageService {
  /** Where it is, without a path. */
  origin: string
  /** Everything that was asked, in order. */
  seen: Seen[]
  close: () => void
}

interface Answer {
  status: number
  body?: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const notFound: Answer = { status: 404, body: { error: 'Instance not found' } }

const createBody = z.object({
  resource_type: z.enum(['vm', 'container']),
  n_vcpus: z.int(),
  mem_gib: z.int(),
  disk_size_gib: z.int(),
  name: z.string(),
  cpu_tier: z.string(),
  flavor: z.string(),
})
const updateBody = z.partial(
  z.object({ name: z.string(), n_vcpus: z.int(), mem_gib: z.int(), disk_size_gib: z.int() }),
)
const portBody = z.object({ port: z.int() })

/** The page's 422, to the letter. */
const nearest = { n_vcpus: 64, mem_gib: 256 }
const full = (n_vcpus: number, mem_gib: number): Answer => ({
  status: 422,
  body: {
    detail: {
      message: 'Insufficient resources available',
      bottleneck: ['n_vcpus', 'mem_gib'],
      requested: { n_vcpus, mem_gib },
      nearest_available: nearest,
    },
  },
})

/** What was asked of one machine, by method and the rest of the path. */
const actions: Record<string, (machine: Machine, body: unknown) => Answer> = {
  'GET ': (machine) => ok(machine),
  'POST stop/': (machine) => {
    const { uuid, lan_ipv4: lan } = machine
    machine.state = machine.resource_type === 'vm' ? 'shut_off' : 'exited'
    return ok({ message: `VM ${lan} is being stopped safely. Data preserved.`, uuid, state: machine.state })
  },
  'POST restart/': (machine) => {
    machine.state = 'running'
    return ok({
      message: `Container ${machine.uuid} is being restarted.`,
      uuid: machine.uuid,
      state: 'running',
    })
  },
  'PATCH ': (machine, body) => ok(Object.assign(machine, z.parse(updateBody, body))),
  'GET stats/': () =>
    ok({
      cpu_percent: 45.2,
      mem_used_gib: 12.4,
      mem_total_gib: 16.0,
      disk_used_gib: 38.7,
      disk_total_gib: 100,
    }),
  'POST add-port/': (machine, body) => {
    const { port } = z.parse(portBody, body)
    machine.wan_ports = [...machine.wan_ports, port]
    const { uuid, wan_ports } = machine
    return ok({ message: `Port ${port} added to instance ${uuid}`, uuid, wan_ports })
  },
  'POST remove-port/': (machine, body) => {
    const { port } = z.parse(portBody, body)
    machine.wan_ports = machine.wan_ports.filter((open) => open !== port)
    const { uuid, wan_ports } = machine
    return ok({ message: `Port ${port} removed from instance ${uuid}`, uuid, wan_ports })
  },
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return text === '' ? null : JSON.parse(text)
}

/**
 * The least that speaks the API page, written from the page's examples and from nothing else of this project: the app has to work
 * with a service that is not its own sandbox. It knows one key, and begins with one virtual machine and one container.
 */
export const startPageService = async (key: string): Promise<PageService> => {
  let machines = [
    aMachine({ name: 'dev-server' }),
    aMachine({ name: 'notebook', resource_type: 'container', flavor: 'marimo', public_ipv4: null }),
  ]
  const seen: Seen[] = []

  const create = (json: unknown): Answer => {
    const body = z.parse(createBody, json)
    if (body.n_vcpus > nearest.n_vcpus) return full(body.n_vcpus, body.mem_gib)
    const machine = aMachine({ ...body, state: 'provisioning', owner_email: 'user@example.com' })
    machines = [...machines, machine]
    return { status: 201, body: machine }
  }

  const answer = (method: string, path: string, body: unknown): Answer => {
    if (path === '/api/instance/') return method === 'POST' ? create(body) : ok(machines)
    const [, ref, action] = /^\/api\/instance\/([^/]+)\/(.*)$/.exec(path) ?? []
    const machine = machines.find(({ uuid, name }) => uuid === ref || name === ref)
    if (machine === undefined || action === undefined) return notFound
    if (method === 'DELETE' && action === '') {
      machines = machines.filter((other) => other !== machine)
      return { status: 204 }
    }
    return actions[`${method} ${action}`]?.(machine, body) ?? notFound
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const body = await bodyOf(request)
    seen.push({ method, path: url, headers })
    const isKnown = headers.authorization === `Bearer ${key}`
    const { status, body: said } = isKnown
      ? answer(method, url, body)
      : { status: 401, body: { detail: 'Invalid or missing API key' } }
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(said === undefined ? undefined : JSON.stringify(said))
    // What was asked for has been seen in its first state; it runs from now on.
    for (const machine of machines) {
      if (machine.state === 'provisioning' && method === 'GET') machine.state = 'running'
    }
  }
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    seen,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
