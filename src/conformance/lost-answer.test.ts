import { describe, expect, it } from 'vitest'

import { createClient } from '#api/client.ts'
import { createHttp } from '#api/http.ts'
import { createQueryClient } from '#api/query-client.ts'
import type { CreateBody } from '#contract/requests.ts'
import { createSendCreate } from '#operations/create.ts'
import type { Operation } from '#operations/operation.ts'
import { createOperations } from '#operations/operations.ts'
import { openTestSandbox, smallContainer } from '#sandbox/test-client.ts'

const key = 'sandbox-empty'
const path = '/api/instance/'
const newBox = { ...smallContainer, name: 'new-box' } as const satisfies CreateBody

/** The app's own client, with the sandbox in the place of the network. */
const open = () => {
  const sandbox = openTestSandbox()
  const asked: string[] = []
  const client = createClient(
    createHttp({
      fetch: (url, init) => {
        asked.push(`${init.method ?? 'GET'} ${url}`)
        return Promise.resolve(sandbox.fetch(new Request(`http://sandbox.test${url}`, init)))
      },
      baseUrl: '/api',
      getKey: () => key,
      now: () => 0,
    }),
  )
  const send = createSendCreate({
    connectionId: 'test',
    client,
    queries: createQueryClient(),
    findByName: async (name) => (await client.list()).instances.find((one) => one.name === name) ?? null,
  })
  const operations = createOperations({
    send: () => Promise.reject(new Error('It is sent as told.')),
    refresh: () => undefined,
    blockedReason: () => undefined,
    now: () => 0,
  })
  /** For each create that was accepted, whether that was found out by looking. */
  const accepted: boolean[] = []
  operations.follow('test', ({ operation: { status, wasLost } }) => {
    if (status === 'accepted') accepted.push(wasLost)
  })
  const create = (): Promise<Operation> =>
    operations.run({ action: 'create', uuid: '', name: newBox.name }, (report) => send(newBox, report))
      .answered
  const { control, list } = sandbox.client(key)
  return { asked, accepted, create, control, list }
}

const lost = [
  ['a broken connection', { effect: 'drop' }],
  ['JSON that breaks off', { effect: 'malformed' }],
  ['the page of a proxy', { effect: 'html' }],
  ['an empty answer', { effect: 'empty' }],
  ['a 500', { status: 500, body: { error: 'Internal error.' } }],
] as const

describe('a create whose answer is lost is sent once, and looked for in the list', () => {
  it.each(lost)('%s after the instance was created: it is found', async (_, fault) => {
    const { asked, accepted, create, control, list } = open()
    await control('faults', { faults: [{ method: 'POST', path, after: true, ...fault }] })
    const { request } = await create()
    expect(asked).toEqual([`POST ${path}`, `GET ${path}`])
    expect(await list()).toMatchObject([{ name: newBox.name, uuid: request.uuid }])
    expect(accepted).toEqual([true])
  })

  it.each(lost)(
    '%s before anything was created: it is not there, and may be sent again',
    async (_, fault) => {
      const { asked, accepted, create, control, list } = open()
      await control('faults', { faults: [{ method: 'POST', path, ...fault }] })
      const { status, lookUp } = await create()
      expect([status, lookUp]).toEqual(['unknown', { status: 'absent' }])
      expect(asked).toEqual([`POST ${path}`, `GET ${path}`])
      expect(await list()).toEqual([])
      await control('faults', { faults: [] })
      await create()
      expect(accepted).toEqual([false])
      expect(await list()).toMatchObject([{ name: newBox.name }])
    },
  )

  it('where the list cannot be read either, nobody knows', async () => {
    const { asked, create, control, list } = open()
    await control('faults', {
      faults: [
        { method: 'POST', path, after: true, effect: 'drop' },
        { method: 'GET', path, status: 403, body: { detail: 'Not now.' }, times: 1 },
      ],
    })
    const { status, lookUp } = await create()
    expect([status, lookUp?.status]).toEqual(['unknown', 'failed'])
    expect(asked).toEqual([`POST ${path}`, `GET ${path}`])
    expect(await list()).toHaveLength(1)
  })
})
