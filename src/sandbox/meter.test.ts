import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { openTestSandbox, type TestClient } from './test-client.ts'

const amounts = z.object({ compute: z.string(), gpu: z.string(), storage: z.string() })
const billing = z.object({
  instances: z.array(z.object({ name: z.string(), total: amounts, hourly: amounts })),
  deleted: z.array(z.object({ name: z.string(), ...amounts.shape })),
})

const bill = async (client: TestClient) =>
  z.parse(billing, (await client.ask('GET', '/__sandbox/billing')).json)

/** What one instance has cost, in dollars. */
const totalOf = async (client: TestClient, name: string) => {
  const { instances } = await bill(client)
  const total = instances.find((row) => row.name === name)?.total
  return {
    compute: Number(total?.compute) / 1e9,
    gpu: Number(total?.gpu) / 1e9,
    storage: Number(total?.storage) / 1e9,
  }
}

const hour = 3600

const open = (key = 'sandbox-lab') => {
  const sandbox = openTestSandbox()
  return { ...sandbox, client: sandbox.client(key) }
}

describe('the meter', () => {
  it.each([
    ['rna-atlas', { compute: 16 * 0.015 + 64 * 0.005, gpu: 0, storage: 0.05 }, 'running'],
    ['llama-tune', { compute: 24 * 0.005 + 96 * 0.005, gpu: 0.55, storage: 0.1 }, 'running with a GPU'],
    ['brave-box-979', { compute: 0.1, gpu: 0, storage: 0.005 }, 'provisioning'],
    ['dev-server', { compute: 0, gpu: 0, storage: 0.01 }, 'shut_off'],
    ['geo-maps-2025', { compute: 0, gpu: 0, storage: 0.2 }, 'exited'],
    ['star-index', { compute: 0, gpu: 0, storage: 0 }, 'error'],
    ['field-trial-2023', { compute: 0, gpu: 0, storage: 0 }, 'deleted'],
  ])('charges an hour of %s by the state table: %o, as it is %s', async (name, expected) => {
    const { client, pass } = open()
    await client.list()
    pass(hour)
    const { compute, gpu, storage } = await totalOf(client, name)
    expect(compute).toBeCloseTo(expected.compute, 9)
    expect(gpu).toBeCloseTo(expected.gpu, 9)
    expect(storage).toBeCloseTo(expected.storage, 9)
  })

  it('follows a day of actions to the nano-dollar', async () => {
    const { client, pass } = open('sandbox-empty')
    await client.create({ name: 'my-box', n_vcpus: 3, mem_gib: 7, disk_size_gib: 13 })
    pass(2 * hour)
    await client.action('my-box', 'stop')
    pass(5 * hour)
    await client.action('my-box', 'restart')
    pass(hour)
    await client.ask('PATCH', '/api/instance/my-box/', { n_vcpus: 6, disk_size_gib: 26 })
    pass(16 * hour)
    const small = 3n * 5_000_000n + 7n * 5_000_000n
    const large = 6n * 5_000_000n + 7n * 5_000_000n
    const [row] = (await bill(client)).instances
    expect(row?.total).toEqual({
      compute: `${small * 3n + large * 16n}`,
      gpu: '0',
      storage: `${13n * 100_000n * 8n + 26n * 100_000n * 16n}`,
    })
  })

  it('ends all with a failure', async () => {
    const { client, pass } = open('sandbox-empty')
    await client.create({ name: 'will-fail', disk_size_gib: 100 })
    pass(hour)
    const { compute, storage } = await totalOf(client, 'will-fail')
    expect(compute).toBeCloseTo(((2 + 8) * 0.005 * 6) / hour, 8)
    expect(storage).toBeCloseTo((0.01 * 6) / hour, 8)
  })

  it('closes the bill of what is deleted', async () => {
    const { client, pass } = open('sandbox-empty')
    await client.create({ name: 'my-box' })
    pass(hour)
    await client.ask('DELETE', '/api/instance/my-box/')
    pass(hour)
    expect((await bill(client)).deleted).toEqual([
      expect.objectContaining({ name: 'my-box', compute: '50000000', storage: '5000000' }),
    ])
  })

  it('does not depend on how often it is read', async () => {
    const often = open()
    const once = open()
    await once.client.list()
    for (let step = 0; step < 60; step += 1) {
      await often.client.list()
      often.pass(61)
      once.pass(61)
    }
    expect(await bill(often.client)).toEqual(await bill(once.client))
  })
})
