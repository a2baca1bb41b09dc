import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { readErrorBody } from '#contract/errors.ts'
import { readInstanceList } from '#contract/instance.ts'
import { liveStates } from '#contract/vocabulary.ts'

import { openTestSandbox, smallVm } from './test-client.ts'

const liveSize = z.partial(
  z.object({
    cpus: z.number(),
    ram: z.number(),
    disk: z.number(),
    gpu_model: z.nullable(z.string()),
    gpus: z.number(),
  }),
)

/** The live service's 422. For an account limit it has `limit` and `current` in place of `nearest_available`. */
const liveCapacityWire = z.object({
  message: z.string(),
  bottleneck: z.array(z.string()),
  requested: liveSize,
  nearest_available: z.optional(liveSize),
  limit: z.optional(z.number()),
  current: z.optional(z.number()),
})

const open = () => {
  const sandbox = openTestSandbox()
  return { ...sandbox, client: sandbox.client('sandbox-live') }
}

describe('the live dialect', () => {
  it('has every state that only the live service has, and the tolerant reader reads each row', async () => {
    const { client } = open()
    const { json } = await client.ask('GET', '/api/instance/')
    const list = readInstanceList(json)
    const states = new Set(list?.instances.map(({ state }) => state))
    for (const state of liveStates) expect(states).toContain(state)
    expect(list?.unreadable).toBe(0)
    expect(list?.instances.map(({ name }) => name)).toContain('rna-atlas')
  })

  it('tells more, and some of it oddly', async () => {
    const { client } = open()
    expect(await client.get('variant-calls')).toMatchObject({
      sentieon_hourly_cost_usd: 0.25,
      currently_running_sentieon: true,
      hourly_cost_usd: expect.closeTo(64 * 0.015 + 256 * 0.005 + 0.1 + 0.25, 9),
    })
    expect(await client.get('llama-tune')).toMatchObject({ gpu_model: 'rtx-5090' })
    expect(await client.get('half-a-gib')).toMatchObject({
      mem_gib: 0.5,
      gpu_model: null,
      auto_stop_minutes: 30,
    })
    expect(await client.get('half-a-gib')).not.toHaveProperty('owner_email')
    expect(await client.get('odd-ports')).toMatchObject({ wan_ports: 'none', public_ipv4: '' })
    expect(await client.get('lost-worker')).toMatchObject({ wan_ssh_port: null })
  })

  it('wants the distribution of a VM and the long name of a GPU', async () => {
    const { client } = open()
    expect(await client.create(smallVm)).toMatchObject({
      status: 400,
      json: { distro: ['This field is required.'] },
    })
    expect((await client.create({ ...smallVm, distro: 'debian' })).status).toBe(201)
    expect((await client.create({ gpu_model: 'RTX 4090' })).status).toBe(400)
    const created = await client.create({ gpu_model: 'NVIDIA GeForce RTX 4090' })
    expect(created).toMatchObject({ status: 201, json: { gpu_model: 'rtx-4090' } })
  })

  it('has its own 422, for a full host and for a limit of the account', async () => {
    const { client } = open()
    await client.control('capacity', { account_vcpus: null })
    const full = await client.create({ n_vcpus: 256, mem_gib: 512 })
    expect(full.status).toBe(422)
    z.parse(liveCapacityWire, full.json)
    expect(readErrorBody(full.json).capacity).toMatchObject({
      bottleneck: ['n_vcpus', 'mem_gib'],
      requested: { n_vcpus: 256, mem_gib: 512, disk_size_gib: 50 },
      nearest: { n_vcpus: expect.any(Number), mem_gib: expect.any(Number) },
    })
    await client.control('capacity', { account_vcpus: 10 })
    const limited = await client.create({})
    z.parse(liveCapacityWire, limited.json)
    expect(readErrorBody(limited.json).capacity).toMatchObject({
      nearest: null,
      account: { limit: 10, current: expect.any(Number) },
    })
  })

  it('answers a port without the ports', async () => {
    const { client } = open()
    const { json } = await client.ask('POST', '/api/instance/gateway/add-port/', { port: 8080 })
    expect(json).toEqual({ message: expect.any(String), uuid: expect.any(String), state: 'running' })
    expect(await client.get('gateway')).toMatchObject({ wan_ports: [80, 443, 8080] })
  })

  it('resizes a VM, which is away for more than a minute', async () => {
    const { client, pass } = open()
    const { json } = await client.ask('PATCH', '/api/instance/gateway/', { n_vcpus: 4, mem_gib: 6.5 })
    expect(json).toMatchObject({ state: 'resizing', n_vcpus: 4, mem_gib: 6.5 })
    pass(90)
    expect((await client.get('gateway')).state).toBe('running')
  })

  it('stops what idles or is unhealthy', async () => {
    const { client } = open()
    expect((await client.action('quiet-notebook', 'stop')).status).toBe(200)
    expect((await client.action('bio-sandbox', 'stop')).status).toBe(200)
    expect((await client.action('lost-worker', 'stop')).status).toBe(400)
  })
})
