import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { openTestSandbox, type TestClient } from '../test-client.ts'

const lab = () => openTestSandbox().client('sandbox-lab')

const list = (client: TestClient) => client.ask('GET', '/api/instance/')

describe('the control endpoint', () => {
  it('moves one world ahead in time', async () => {
    const sandbox = openTestSandbox()
    const client = sandbox.client('sandbox-lab-ahead')
    const other = sandbox.client('sandbox-lab-behind')
    for (const each of [client, other]) await each.create({ name: 'my-box' })
    expect((await client.control('advance', { seconds: 6 })).status).toBe(200)
    expect((await client.get('my-box')).state).toBe('running')
    expect((await other.get('my-box')).state).toBe('provisioning')
  })

  it('stops the clock of a world, which then moves by hand only', async () => {
    const sandbox = openTestSandbox()
    const client = sandbox.client('sandbox-lab')
    await client.control('clock', { at: '2026-03-02T09:30:00Z' })
    await client.control('seed', { instances: [{ name: 'one', age_seconds: 60 }] })
    sandbox.pass(3600)
    await client.create({ name: 'my-box' })
    expect(await client.list()).toMatchObject([
      { name: 'one', created_at: '2026-03-02T09:29:00.000Z' },
      { name: 'my-box', created_at: '2026-03-02T09:30:00.000Z', state: 'provisioning' },
    ])
    await client.control('advance', { seconds: 6 })
    expect((await client.get('my-box')).state).toBe('running')
  })

  it('plants a scenario, or instances of one’s own', async () => {
    const client = lab()
    await client.control('seed', { scenario: 'empty' })
    expect(await client.list()).toEqual([])
    await client.control('seed', {
      instances: [{ name: 'one' }, { name: 'two', resource_type: 'vm', state: 'shut_off', ports: [443] }],
    })
    expect(await client.list()).toMatchObject([
      { name: 'one', state: 'running', resource_type: 'container' },
      { name: 'two', state: 'shut_off', wan_ports: [443] },
    ])
  })

  it('changes what is free', async () => {
    const client = lab()
    const free = { n_vcpus: 1, gpus: { 'RTX 5090': 0 } }
    await client.control('capacity', { cpu_tier: 'high-performance', free })
    expect((await client.create({ cpu_tier: 'high-performance' })).status).toBe(422)
    expect((await client.create({ cpu_tier: 'general-purpose' })).status).toBe(201)
  })

  it('lists what was asked, without secrets', async () => {
    const client = lab()
    await client.create({
      name: 'my-box',
      anthropic_api_key: 'sk-ant-hidden',
      aws_secret_access_key: 'hidden',
    })
    await client.ask('POST', '/api/instance/', '"hidden"')
    await list(client)
    const { json } = await client.ask('GET', '/__sandbox/requests')
    expect(json).toMatchObject([
      {
        method: 'POST',
        path: '/api/instance/',
        status: 400,
        body: { name: 'my-box', anthropic_api_key: '•••' },
      },
      { method: 'POST', status: 400, body: null },
      { method: 'GET', path: '/api/instance/', status: 200, body: null },
    ])
    expect(JSON.stringify(json)).not.toContain('hidden')
  })

  it.each([
    ['advance', { seconds: -1 }],
    ['advance', { seconds: '60' }],
    ['advance', { seconds: null }],
    ['advance', '{"seconds": NaN}'],
    ['advance', '{"seconds": 1e308}'],
    ['advance', '{"seconds": 1e999}'],
    ['advance', '[1]'],
    ['advance', ''],
    ['clock', { at: 'noon' }],
    ['clock', { at: '9999-12-31T23:59:59Z' }],
    ['faults', { faults: [{}] }],
    ['faults', { faults: [{ path: '*', status: 200, headers: { 'a b': 'c' } }] }],
    ['faults', { faults: [{ path: '*', status: 200, headers: { a: 'b\r\nc: d' } }] }],
    ['faults', { faults: [{ path: '*', status: 200, headers: { a: '\u0001' } }] }],
    ['faults', { faults: [{ path: '*', status: 200, headers: { a: '\u2713' } }] }],
    ['faults', { faults: [{ path: '*', status: 200, headers: { a: 1 } }] }],
    ['faults', { faults: [{ path: '*', delayMs: 2 ** 31 }] }],
    ['faults', { faults: Array.from({ length: 101 }, () => ({ path: '*' })) }],
    ['seed', { scenario: 'mars' }],
    ['seed', { instances: [{ name: 'one', state: 'on fire' }] }],
    ['seed', { instances: [{ name: 'one', age_seconds: 1e300 }] }],
    ['seed', { instances: [{ name: 'one', becomes: { state: 'running', seconds: 1e300 } }] }],
    ['seed', { instances: [{ name: 'one', n_vcpus: -1 }] }],
    ['seed', { instances: [{}] }],
    ['seed', { instances: 'all' }],
    ['capacity', { cpu_tier: 'turbo' }],
    ['capacity', { free: { mem_gib: 1e308 } }],
  ])('says what is wrong with a bad %s, and changes nothing: %j', async (path, body) => {
    const client = lab()
    const before = await client.list()
    const { status, json } = await client.control(path, body)
    expect({ status, json }).toEqual({ status: 400, json: { error: expect.stringMatching(/\w/) } })
    expect(await client.list()).toEqual(before)
  })

  it('moves a world on by fractions of a second, and never out of the calendar', async () => {
    const client = lab()
    expect((await client.control('advance', { seconds: 0.0001 })).status).toBe(200)
    const decade = { seconds: 10 * 365 * 86_400 }
    const statuses: number[] = []
    for (let count = 0; count < 9; count += 1) statuses.push((await client.control('advance', decade)).status)
    expect(new Set(statuses)).toEqual(new Set([200, 400]))
    expect((await client.ask('GET', '/__sandbox/billing')).status).toBe(200)
    expect((await client.ask('GET', '/api/instance/rna-atlas/stats/')).status).toBe(200)
  })

  it('keeps little of what was asked, however long it is', async () => {
    const client = lab()
    await client.create({ name: 'my-box', public_key: 'x'.repeat(60_000) })
    await client.ask('GET', `/api/instance/${'y'.repeat(6000)}/`)
    const { json } = await client.ask('GET', '/__sandbox/requests')
    expect(json).toMatchObject([{ status: 400, body: '(too long to keep)' }, { status: 404 }])
    expect(JSON.stringify(json).length).toBeLessThan(1000)
  })
})

describe('a fault', () => {
  it('answers in place of the sandbox, as often as it is told to', async () => {
    const client = lab()
    await client.control('faults', {
      faults: [
        { method: 'GET', path: '/api/instance/', status: 429, headers: { 'Retry-After': '7' }, times: 2 },
      ],
    })
    for (const status of [429, 429, 200]) expect((await list(client)).status).toBe(status)
  })

  it('meets only the method and the paths that it names', async () => {
    const client = lab()
    await client.control('faults', {
      faults: [{ method: 'GET', path: '/api/instance/*/stats/', status: 502, body: { error: 'Out.' } }],
    })
    expect(await client.ask('GET', '/api/instance/rna-atlas/stats/')).toMatchObject({
      status: 502,
      json: { error: 'Out.' },
    })
    expect((await list(client)).status).toBe(200)
    expect((await client.ask('GET', '/api/instance/rna-atlas/')).status).toBe(200)
  })

  it.each([
    ['html', 502, /Bad Gateway/],
    ['empty', 502, /^$/],
    ['malformed', 200, /^\{"uuid": "a1b2$/],
  ])('can answer with something %s', async (effect, status, text) => {
    const client = lab()
    await client.control('faults', { faults: [{ path: '/api/instance/', effect }] })
    expect(await list(client)).toMatchObject({ status, json: expect.stringMatching(text) })
  })

  it('can break the connection', async () => {
    const client = lab()
    await client.control('faults', { faults: [{ path: '/api/*', effect: 'drop', times: 1 }] })
    await expect(list(client)).rejects.toThrow(TypeError)
    expect((await list(client)).status).toBe(200)
    const { json } = await client.ask('GET', '/__sandbox/requests')
    expect(json).toMatchObject([{ status: null }, { status: 200 }])
  })

  it('can lose the answer of a request that took effect', async () => {
    const client = lab()
    await client.control('faults', {
      faults: [{ method: 'POST', path: '/api/instance/', effect: 'drop', after: true, times: 1 }],
    })
    await expect(client.create({ name: 'my-box' })).rejects.toThrow(TypeError)
    expect((await client.get('my-box')).state).toBe('provisioning')
  })

  it('can hang until the caller gives up', async () => {
    const sandbox = openTestSandbox()
    const client = sandbox.client('sandbox-lab')
    await client.control('faults', { faults: [{ path: '/api/instance/', effect: 'hang' }] })
    const patience = new AbortController()
    const answer = sandbox.fetch(
      new Request('http://sandbox.test/api/instance/', {
        headers: { Authorization: 'Bearer sandbox-lab' },
        signal: patience.signal,
      }),
    )
    patience.abort()
    await expect(answer).rejects.toThrow(TypeError)
  })

  it('can be late, and is then as good as any', async () => {
    const waits: number[] = []
    const sandbox = openTestSandbox({ pause: async (ms) => void waits.push(ms) })
    const client = sandbox.client('sandbox-lab')
    await client.control('faults', { faults: [{ path: '/api/instance/', delayMs: 900 }] })
    expect((await list(client)).status).toBe(200)
    expect(waits).toEqual([900])
  })
})

describe('a slow account', () => {
  it('waits two seconds for every answer', async () => {
    const waits: number[] = []
    const client = openTestSandbox({ pause: async (ms) => void waits.push(ms) }).client('sandbox-slow')
    await list(client)
    await client.create({})
    expect(waits).toEqual([2000, 2000])
  })
})

describe('a flaky account', () => {
  const outcomes = async () => {
    const client = openTestSandbox().client('sandbox-flaky')
    const seen: string[] = []
    for (let count = 0; count < 200; count += 1) {
      const outcome = await list(client).then(
        ({ status, json }) => `${status} ${typeof json}`,
        () => 'dropped',
      )
      seen.push(outcome)
    }
    return seen
  }

  it('fails now and then, in every way, and the same way each time', async () => {
    const seen = await outcomes()
    const failed = seen.filter((outcome) => outcome !== '200 object')
    expect(failed.length).toBeGreaterThan(20)
    expect(failed.length).toBeLessThan(80)
    expect(new Set(failed)).toEqual(new Set(['502 object', '502 string', 'dropped']))
    expect(await outcomes()).toEqual(seen)
  })

  it('never loses a create', async () => {
    const client = openTestSandbox().client('sandbox-flaky')
    const body = z.object({ status: z.literal(201) })
    for (let count = 0; count < 40; count += 1)
      z.parse(body, await client.create({ n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 }))
  })
})
