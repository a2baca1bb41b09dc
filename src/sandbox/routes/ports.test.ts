import { describe, expect, it } from 'vitest'

import { brokenPromise, openTestSandbox } from '../test-client.ts'

const open = () => {
  const client = openTestSandbox().client('sandbox-lab')
  const change = (action: 'add' | 'remove', ref: string, body: unknown) =>
    client.ask('POST', `/api/instance/${ref}/${action}-port/`, body)
  return { client, change }
}

describe('ports', () => {
  it('open and close on a VM, in whatever state', async () => {
    const { client, change } = open()
    const { uuid } = await client.get('dev-server')
    const added = await change('add', 'dev-server', { port: 443 })
    expect(added).toMatchObject({
      status: 200,
      json: { message: `Port 443 added to instance ${uuid}`, uuid, wan_ports: [443] },
    })
    expect(brokenPromise('addPort', added)).toBeNull()
    expect((await change('add', 'dev-server', { port: 80 })).json).toMatchObject({ wan_ports: [80, 443] })
    expect(await client.get('dev-server')).toMatchObject({ wan_ports: [80, 443] })
    const removed = await change('remove', 'dev-server', { port: 443 })
    expect(removed).toMatchObject({ status: 200, json: { wan_ports: [80] } })
    expect(brokenPromise('removePort', removed)).toBeNull()
  })

  it.each([1, 65_535])('go to the limit %i', async (port) => {
    const { change } = open()
    expect((await change('add', 'gateway', { port })).status).toBe(200)
  })

  it.each([0, 65_536, 80.5, '443', null, undefined])('refuse %j', async (port) => {
    const { change } = open()
    for (const action of ['add', 'remove'] as const)
      expect(await change(action, 'gateway', { port })).toMatchObject({
        status: 400,
        json: { port: [expect.any(String)] },
      })
  })

  it('refuse what is open already, or is not open', async () => {
    const { change } = open()
    expect((await change('add', 'gateway', { port: 443 })).json).toEqual({
      port: ['Port 443 is already open.'],
    })
    expect((await change('remove', 'gateway', { port: 8080 })).json).toEqual({
      port: ['Port 8080 is not open.'],
    })
  })

  it('keep 22 open', async () => {
    const { change } = open()
    expect(await change('remove', 'gateway', { port: 22 })).toMatchObject({
      status: 400,
      json: { port: ['Port 22 (SSH) cannot be removed.'] },
    })
    expect((await change('add', 'gateway', { port: 22 })).status).toBe(400)
  })

  it('are for VMs only', async () => {
    const { change } = open()
    for (const action of ['add', 'remove'] as const)
      expect(await change(action, 'rna-atlas', { port: 443 })).toMatchObject({
        status: 400,
        json: { detail: expect.stringContaining('VMs only') },
      })
  })

  it('answer 404 for what is not there, and 400 for what is no object or no JSON', async () => {
    const { change } = open()
    expect((await change('add', 'no-such-box', { port: 443 })).status).toBe(404)
    expect(await change('add', 'gateway', [443])).toMatchObject({
      status: 400,
      json: { non_field_errors: expect.any(Array) },
    })
    expect(await change('add', 'gateway', 'port')).toMatchObject({
      status: 400,
      json: { detail: expect.any(String) },
    })
  })
})
