import { describe, expect, it } from 'vitest'

import { readInstanceList } from '#contract/instance.ts'
import { pendingStatus, type PendingAct } from '#model/pending.ts'
import { openTestSandbox, testStart } from '#sandbox/test-client.ts'

type Pending = (asked: Pick<PendingAct, 'uuid' | 'name' | 'since'>) => PendingAct
type Case = [name: string, pending: Pending, method: string, path: string, body?: object]

const stop: Pending = (asked) => ({ ...asked, act: 'stop' })
const restart: Pending = (asked) => ({ ...asked, act: 'restart' })
const remove: Pending = (asked) => ({ ...asked, act: 'delete' })
const rename: Pending = (asked) => ({ ...asked, act: 'rename', to: 'front-door' })
const resize: Pending = (asked) => ({ ...asked, act: 'resize', to: { n_vcpus: 8 } })
const openPort: Pending = (asked) => ({ ...asked, act: 'openPort', port: 8080 })
const closePort: Pending = (asked) => ({ ...asked, act: 'closePort', port: 443 })

/** Each act on an instance of the lab fleet that can have it. */
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
  it.each(cases)('%s, %o, by %s %s', async (name, pendingOf, method, path, body) => {
    const { client, fleet, pass } = open()
    const { uuid } = await client.get(name)
    const pending = pendingOf({ uuid, name, since: testStart })
    const latest = async () => (await fleet()).find((instance) => instance.uuid === uuid)
    expect(pendingStatus(pending, await latest(), testStart).status).toBe('pending')
    expect((await client.ask(method, `/api/instance/${name}/${path}`, body)).status).toBeLessThan(300)
    pass(4)
    expect(pendingStatus(pending, await latest(), testStart + 4000).status).toBe('done')
  })
})
