import { capacityWire } from '#contract/wire.ts'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { brokenPromise, openTestSandbox, type Answer } from './test-client.ts'

const detailOf = ({ json }: Answer) => z.parse(capacityWire, json).detail

const lab = () => openTestSandbox().client('sandbox-lab')

describe('a create that does not fit', () => {
  it('is a 422 that says what is short and what is nearest, in the page’s shape', async () => {
    const client = lab()
    const answer = await client.create({ name: 'too-big', n_vcpus: 256, mem_gib: 512 })
    expect(answer.status).toBe(422)
    expect(brokenPromise('create', answer)).toBeNull()
    expect(answer.json).toEqual({
      detail: {
        message: 'Insufficient resources available',
        bottleneck: ['n_vcpus', 'mem_gib'],
        requested: { n_vcpus: 256, mem_gib: 512 },
        nearest_available: { n_vcpus: 218, mem_gib: 436 },
      },
    })
    expect((await client.ask('GET', '/api/instance/too-big/')).status).toBe(404)
  })

  it.each(['general-purpose', 'high-performance'])('fits at its nearest size, on %s', async (cpu_tier) => {
    const client = lab()
    const body = { cpu_tier, n_vcpus: 256, mem_gib: 512 }
    const { nearest_available } = detailOf(await client.create(body))
    expect((await client.create({ ...body, ...nearest_available })).status).toBe(201)
    expect((await client.create({ cpu_tier, n_vcpus: 1 })).status).toBe(422)
  })

  it('fits in an empty account', async () => {
    const client = openTestSandbox().client('sandbox-empty')
    const largest = { n_vcpus: 256, mem_gib: 512, disk_size_gib: 2000 }
    for (const cpu_tier of ['general-purpose', 'high-performance'])
      expect((await client.create({ ...largest, cpu_tier })).status).toBe(201)
  })

  it('names the disk where the disk is short', async () => {
    const client = lab()
    await client.control('capacity', { cpu_tier: 'general-purpose', free: { disk_size_gib: 70 } })
    expect(detailOf(await client.create({ disk_size_gib: 100 }))).toMatchObject({
      bottleneck: ['disk_size_gib'],
      requested: { n_vcpus: 2, mem_gib: 8, disk_size_gib: 100 },
      nearest_available: { n_vcpus: 2, mem_gib: 8, disk_size_gib: 70 },
    })
  })

  it('names the GPU where no such GPU is free, and another that is', async () => {
    const client = lab()
    const body = { cpu_tier: 'high-performance', gpu_model: 'RTX PRO 6000 Blackwell' }
    expect(detailOf(await client.create(body))).toMatchObject({
      bottleneck: ['gpu_model'],
      requested: { gpu_model: 'RTX PRO 6000 Blackwell' },
      nearest_available: { gpu_model: 'RTX 4090' },
    })
  })
})

describe('a resize that does not fit', () => {
  it('is a 422 whose nearest size fits', async () => {
    const client = lab()
    const answer = await client.ask('PATCH', '/api/instance/lab-notebook/', { n_vcpus: 256, mem_gib: 512 })
    expect(answer.status).toBe(422)
    expect(brokenPromise('update', answer)).toBeNull()
    const { requested, nearest_available } = detailOf(answer)
    expect(requested).toEqual({ n_vcpus: 256, mem_gib: 512 })
    expect(nearest_available).toEqual({ n_vcpus: 226, mem_gib: 468 })
    expect(await client.get('lab-notebook')).toMatchObject({ n_vcpus: 8 })
    const again = await client.ask('PATCH', '/api/instance/lab-notebook/', nearest_available)
    expect(again).toMatchObject({ status: 200, json: nearest_available })
  })

  it('does not stop an instance from shrinking on a full host', async () => {
    const client = openTestSandbox().client('sandbox-full')
    const shrink = await client.ask('PATCH', '/api/instance/lab-notebook/', { n_vcpus: 4 })
    expect(shrink.status).toBe(200)
  })
})

describe('a restart', () => {
  it('meets a full host when its room was taken since', async () => {
    const client = lab()
    await client.action('lab-notebook', 'stop')
    await client.create({ n_vcpus: 224, mem_gib: 100, disk_size_gib: 10 })
    const answer = await client.action('lab-notebook', 'restart')
    expect(answer.status).toBe(422)
    expect(brokenPromise('restart', answer)).toBeNull()
    expect(detailOf(answer)).toMatchObject({ bottleneck: ['n_vcpus'], nearest_available: { n_vcpus: 2 } })
  })

  it('needs no new disk', async () => {
    const client = lab()
    await client.control('capacity', { free: { disk_size_gib: 0 } })
    expect((await client.action('geo-maps-2025', 'restart')).status).toBe(200)
  })
})

describe('a full account', () => {
  it('refuses every create, growth and restart', async () => {
    const client = openTestSandbox().client('sandbox-full')
    const answers = [
      await client.create({ n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 }),
      await client.ask('PATCH', '/api/instance/lab-notebook/', { n_vcpus: 9 }),
      await client.action('dev-server', 'restart'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
  })
})
