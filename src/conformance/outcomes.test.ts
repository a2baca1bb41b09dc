import { describe, expect, it } from 'vitest'

import { readInstanceList } from '#contract/instance.ts'
import { effectOf, type OperationRequest } from '#model/instance/operation.ts'
import { openTestSandbox } from '#sandbox/test-client.ts'

type Make = (asked: Pick<OperationRequest, 'uuid' | 'name'>) => OperationRequest
type Case = [name: string, make: Make, method: string, path: string, body?: object]

const stop: Make = (asked) => ({ ...asked, action: 'stop' })
const restart: Make = (asked) => ({ ...asked, action: 'restart' })
const remove: Make = (asked) => ({ ...asked, action: 'delete' })
const rename: Make = (asked) => ({ ...asked, action: 'rename', to: 'front-door' })
const resize: Make = (asked) => ({ ...asked, action: 'resize', to: { n_vcpus: 8 } })
const openPort: Make = (asked) => ({ ...asked, action: 'openPort', port: 8080 })
const closePort: Make = (asked) => ({ ...asked, action: 'closePort', port: 443 })

/** Each action on an instance of the lab fleet that can have it. */
const cases: Case[] = [
  ['rna-atlas', stop, 'POST', 'stop/'],
  ['gateway', stop, 'POST', 'stop/'],
  ['geo-maps-2025', restart, 'POST', 'restart/'],
  ['dev-server', restart, 'POST', 'restart/'],
  ['rna-atlas', remove, 'DELETE', ''],
  ['gateway', rename, 'PATCH', '', { name: 'front-door' }],
  ['rna-atlas', resize, 'PATCH', '', { n_vcpus: 8 }],
  ['gateway', openPort, 'POST', 'add-port/', { port: 8080 }],
  ['gateway', closePort, 'POST', 'remove-port/', { port: 443 }],
]

const open = () => {
  const sandbox = openTestSandbox()
  const client = sandbox.client('sandbox-lab')
  const fleet = async () =>
    readInstanceList((await client.ask('GET', '/api/instance/')).json)?.instances ?? []
  return { ...sandbox, client, fleet }
}

describe('what the app waits for is what the sandbox comes to', () => {
  it.each(cases)('%s, %o, by %s %s', async (name, make, method, path, body) => {
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
