import { describe, expect, it } from 'vitest'

import { readInstanceList } from '#contract/instance.ts'
import { effectOf, type OperationAction, type OperationRequest } from '#model/instance/operation.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

type Who = Pick<OperationRequest, 'uuid' | 'name'>
interface Case {
  /** Instances of the lab fleet that can have it. */
  on: readonly string[]
  request: (who: Who) => OperationRequest
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: object
}

/** Every action but a create, which `create.test.ts` has. */
const cases: Record<Exclude<OperationAction, 'create'>, Case> = {
  stop: {
    on: ['rna-atlas', 'gateway'],
    request: (who) => ({ ...who, action: 'stop' }),
    method: 'POST',
    path: 'stop/',
  },
  restart: {
    on: ['geo-maps-2025', 'dev-server'],
    request: (who) => ({ ...who, action: 'restart' }),
    method: 'POST',
    path: 'restart/',
  },
  delete: {
    on: ['rna-atlas'],
    request: (who) => ({ ...who, action: 'delete' }),
    method: 'DELETE',
    path: '',
  },
  rename: {
    on: ['gateway'],
    request: (who) => ({ ...who, action: 'rename', to: 'front-door' }),
    method: 'PATCH',
    path: '',
    body: { name: 'front-door' },
  },
  resize: {
    on: ['rna-atlas'],
    request: (who) => ({ ...who, action: 'resize', to: { n_vcpus: 8 } }),
    method: 'PATCH',
    path: '',
    body: { n_vcpus: 8 },
  },
  openPort: {
    on: ['gateway'],
    request: (who) => ({ ...who, action: 'openPort', port: 8080 }),
    method: 'POST',
    path: 'add-port/',
    body: { port: 8080 },
  },
  closePort: {
    on: ['gateway'],
    request: (who) => ({ ...who, action: 'closePort', port: 443 }),
    method: 'POST',
    path: 'remove-port/',
    body: { port: 443 },
  },
}

const open = () => {
  const sandbox = openTestSandbox()
  const client = sandbox.client('sandbox-lab')
  const fleet = async () =>
    readInstanceList((await client.ask('GET', '/api/instance/')).json)?.instances ?? []
  return { ...sandbox, client, fleet }
}

describe('what the app waits for is what the sandbox comes to', () => {
  const all = Object.entries(cases).flatMap(([action, one]) => one.on.map((name) => ({ action, name, one })))
  it.each(all)('$action of $name', async ({ name, one: { request: make, method, path, body } }) => {
    const { client, fleet, pass } = open()
    const { uuid } = await client.get(name)
    const request = make({ uuid, name })
    const latest = async () => (await fleet()).find((instance) => instance.uuid === uuid)
    expect(effectOf(request, await latest())).toBe('pending')
    expect((await client.ask(method, `/api/instance/${name}/${path}`, body)).status).toBeLessThan(300)
    pass(4)
    expect(effectOf(request, await latest())).toBe('confirmed')
  })
})
