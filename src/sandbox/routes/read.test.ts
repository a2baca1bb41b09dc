import { readInstanceList } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates } from '#contract/vocabulary.ts'
import { instanceWire } from '#contract/wire.ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { brokenPromise, openTestSandbox, testStart } from '../test-client.ts'

const lab = openTestSandbox().client('sandbox-lab')

const fleet = async () => z.parse(z.array(instanceWire), (await lab.ask('GET', '/api/instance/')).json)

describe('the lab fleet', () => {
  it('has every state, flavor, tier and type of the page, with and without a GPU', async () => {
    const rows = await fleet()
    const seen = (read: (row: z.output<typeof instanceWire>) => unknown) => new Set(rows.map(read))
    expect(rows.length).toBeGreaterThanOrEqual(14)
    expect(seen(({ state }) => state)).toEqual(new Set(pageStates))
    expect(seen(({ flavor }) => flavor)).toEqual(new Set(pageFlavors))
    expect(seen(({ cpu_tier }) => cpu_tier)).toEqual(new Set(cpuTiers))
    expect(seen(({ resource_type }) => resource_type)).toEqual(new Set(['vm', 'container']))
    expect(seen(({ n_gpus }) => n_gpus)).toEqual(new Set([0, 1]))
    expect(seen(({ owner_email }) => owner_email).size).toBeGreaterThanOrEqual(3)
  })

  it('has names of the least and the greatest length, and ages from minutes to years', async () => {
    const rows = await fleet()
    const lengths = rows.map(({ name }) => name.length)
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 63])
    const days = rows.map(({ created_at }) => (testStart - Date.parse(created_at)) / 86_400_000)
    expect(Math.min(...days)).toBeLessThan(0.1)
    expect(Math.max(...days)).toBeGreaterThan(730)
  })

  it('gives each machine its own name, uuid, address and SSH port', async () => {
    const rows = await fleet()
    for (const read of ['name', 'uuid', 'lan_ipv4', 'wan_ssh_port'] as const)
      expect(new Set(rows.map((row) => row[read])).size).toBe(rows.length)
  })
})

describe('an instance', () => {
  it('has exactly the fields of the page', async () => {
    const { json } = await lab.ask('GET', '/api/instance/')
    const rows = z.parse(z.array(z.record(z.string(), z.unknown())), json)
    const fields = Object.keys(instanceWire.shape).toSorted()
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(fields)
  })

  it('is found by its uuid and by its name', async () => {
    const byName = await lab.ask('GET', '/api/instance/rna-atlas/')
    const { uuid } = await lab.get('rna-atlas')
    const byUuid = await lab.ask('GET', `/api/instance/${uuid}/`)
    expect(brokenPromise('get', byName)).toBeNull()
    expect(byUuid.json).toEqual(byName.json)
  })

  it('serves a web app while it runs, if its flavor has one', async () => {
    const apps = new Map((await fleet()).map(({ name, webapp_url }) => [name, webapp_url]))
    expect(apps.get('rna-atlas')).toBe('https://rna-atlas.carolinacloud.io')
    expect(apps.get('lab-notebook')).toBe('https://lab-notebook.carolinacloud.io')
    expect(apps.get('tutorial-marimo')).toBe('https://tutorial-marimo.carolinacloud.io')
    expect(apps.get('qc-dashboard')).toBe('https://qc-dashboard.carolinacloud.io')
    expect(apps.get('geo-maps-2025')).toBeNull()
    expect(apps.get('variant-calls')).toBeNull()
  })

  it('has a public address and ports if it is a VM, and neither if it is a container', async () => {
    expect(await lab.get('gateway')).toMatchObject({
      public_ipv4: expect.stringMatching(/^203\.0\.113\.\d+$/),
      wan_ports: [80, 443],
      ssh_command: expect.stringMatching(/^ssh ccloud@203\.0\.113\.\d+$/),
    })
    const atlas = await lab.get('rna-atlas')
    expect(atlas).toMatchObject({ public_ipv4: null, wan_ports: [] })
    expect(atlas['ssh_command']).toBe(`ssh -p ${String(atlas['wan_ssh_port'])} ccloud@login.carolinacloud.io`)
  })

  it('tells its rates per unit', async () => {
    expect(await lab.get('rna-atlas')).toMatchObject({
      vcpu_cost_hourly_usd: 0.015,
      ram_cost_hourly_usd: 0.005,
      storage_cost_hourly_usd: 0.0001,
      gpu_cost_hourly_usd: 0,
      gpu_model: null,
    })
    expect(await lab.get('llama-tune')).toMatchObject({
      vcpu_cost_hourly_usd: 0.005,
      gpu_cost_hourly_usd: 0.55,
      gpu_model: 'RTX 5090',
      n_gpus: 1,
    })
  })
})

describe('what is not there', () => {
  it('is a 404 with an error', async () => {
    const answer = await lab.ask('GET', '/api/instance/no-such-box/')
    expect(answer.status).toBe(404)
    expect(brokenPromise('get', answer)).toBeNull()
  })

  it.each([
    '/api/instance',
    '/api/instance/rna-atlas',
    '/api/instance/rna-atlas/stats',
    '/api/',
    '/api/user/',
  ])('is a 404 and no redirect for %s', async (path) => {
    const answer = await lab.ask('GET', path)
    expect(answer).toMatchObject({ status: 404, json: { error: expect.any(String) } })
    expect(answer.headers.get('location')).toBeNull()
  })

  it('blames no slash that is there', async () => {
    const [missing, there] = [
      await lab.ask('GET', '/api/instance/rna-atlas'),
      await lab.ask('GET', '/api/instance/rna-atlas/foo/'),
    ]
    expect(missing.json).toEqual({ error: 'Not found. Every path of the API ends with a slash.' })
    expect(there).toMatchObject({ status: 404, json: { error: 'Not found. The API has no such path.' } })
  })

  it('is a 405 for a method that a path does not have, with those that it has', async () => {
    const put = await lab.ask('PUT', '/api/instance/rna-atlas/')
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'GET, PATCH, DELETE'])
    const get = await lab.ask('GET', '/api/instance/rna-atlas/stop/')
    expect([get.status, get.headers.get('Allow')]).toEqual([405, 'POST'])
  })
})

describe('an instance is found', () => {
  const { client } = openTestSandbox()
  const own = client('sandbox-lab-found')

  it('by its uuid in either case', async () => {
    const { uuid } = await own.get('rna-atlas')
    expect((await own.get(uuid.toUpperCase())).name).toBe('rna-atlas')
  })

  it('by a name that nobody else’s uuid is', async () => {
    const { uuid } = await own.get('rna-atlas')
    const answer = await own.create({ name: uuid })
    expect(answer).toMatchObject({
      status: 400,
      json: { name: ['An instance with this name already exists.'] },
    })
  })

  it('by a name that a deleted one has no more', async () => {
    const fleet = client('sandbox-empty-names')
    await fleet.control('seed', { instances: [{ name: 'reused', state: 'deleted' }] })
    expect((await fleet.create({ name: 'reused' })).status).toBe(201)
    expect((await fleet.get('reused')).state).toBe('provisioning')
  })
})

describe('a body in another form than JSON', () => {
  it('is a 415, and changes nothing', async () => {
    const sandbox = openTestSandbox()
    const send = (type: string) =>
      sandbox.fetch(
        new Request('http://sandbox.test/api/instance/rna-atlas/', {
          method: 'PATCH',
          headers: { Authorization: 'Bearer sandbox-lab-form', 'Content-Type': type },
          body: JSON.stringify({ name: 'renamed' }),
        }),
      )
    const answer = await send('application/x-www-form-urlencoded')
    expect([answer.status, await answer.json()]).toEqual([
      415,
      { detail: 'Unsupported media type "application/x-www-form-urlencoded" in request.' },
    ])
    expect((await send('application/json; charset=utf-8')).status).toBe(200)
  })
})

describe('ten thousand instances', () => {
  it('all keep the promise', async () => {
    const answer = await openTestSandbox().client('sandbox-huge').ask('GET', '/api/instance/')
    expect(brokenPromise('list', answer)).toBeNull()
    expect(readInstanceList(answer.json)?.instances).toHaveLength(10_000)
  })
})
