import { sizeLimits } from '#contract/vocabulary.ts'
import { describe, expect, it } from 'vitest'

import { brokenPromise, openTestSandbox } from '../test-client.ts'

const open = () => {
  const client = openTestSandbox().client('sandbox-lab')
  return { client, patch: (ref: string, body: unknown) => client.ask('PATCH', `/api/instance/${ref}/`, body) }
}

describe('update', () => {
  it.each(['gateway', 'rna-atlas', 'dev-server', 'star-index'])('renames %s', async (ref) => {
    const { client, patch } = open()
    const { uuid } = await client.get(ref)
    const answer = await patch(ref, { name: 'new-name' })
    expect(answer).toMatchObject({ status: 200, json: { uuid, name: 'new-name' } })
    expect(brokenPromise('update', answer)).toBeNull()
    expect((await client.ask('GET', `/api/instance/${ref}/`)).status).toBe(404)
    expect((await client.get('new-name')).uuid).toBe(uuid)
  })

  it('takes the web app along', async () => {
    const { patch } = open()
    const { json } = await patch('rna-atlas', { name: 'rna-map' })
    expect(json).toMatchObject({ webapp_url: 'https://rna-map.carolinacloud.io' })
  })

  it('resizes a running container at once', async () => {
    const { client, patch } = open()
    const answer = await patch('lab-notebook', { n_vcpus: 12, mem_gib: 48, disk_size_gib: 150 })
    expect(answer).toMatchObject({ status: 200, json: { state: 'running', n_vcpus: 12 } })
    expect(await client.get('lab-notebook')).toMatchObject({ n_vcpus: 12, mem_gib: 48, disk_size_gib: 150 })
  })

  it('resizes an exited container', async () => {
    const { patch } = open()
    expect(await patch('geo-maps-2025', { mem_gib: 64 })).toMatchObject({
      status: 200,
      json: { mem_gib: 64 },
    })
  })

  it('takes its own name again, and a change of nothing', async () => {
    const { patch } = open()
    expect((await patch('rna-atlas', { name: 'rna-atlas' })).status).toBe(200)
    expect((await patch('rna-atlas', {})).status).toBe(200)
  })

  it.each(['n_vcpus', 'mem_gib', 'disk_size_gib'] as const)(
    'keeps the limits of %s at both ends',
    async (field) => {
      const { min, max } = sizeLimits[field]
      const roomy = openTestSandbox().client('sandbox-empty')
      await roomy.create({ name: 'my-box' })
      await roomy.control('advance', { seconds: 10 })
      for (const value of [min, max])
        expect((await roomy.ask('PATCH', '/api/instance/my-box/', { [field]: value })).status).toBe(200)
      for (const value of [min - 1, max + 1, min + 0.5, null])
        expect(await roomy.ask('PATCH', '/api/instance/my-box/', { [field]: value })).toMatchObject({
          status: 400,
          json: { [field]: [expect.any(String)] },
        })
    },
  )
})

describe('a refused update', () => {
  it('does not resize a VM', async () => {
    const { client, patch } = open()
    const answer = await patch('gateway', { n_vcpus: 4, name: 'big-gateway' })
    expect(answer).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining('containers only') },
    })
    expect(brokenPromise('update', answer)).toBeNull()
    expect(await client.get('gateway')).toMatchObject({ n_vcpus: 2 })
  })

  it.each(['brave-box-979', 'star-index', 'field-trial-2023'])(
    'does not resize %s in its state',
    async (ref) => {
      const { patch } = open()
      expect(await patch(ref, { n_vcpus: 3 })).toMatchObject({
        status: 400,
        json: { detail: expect.any(String) },
      })
    },
  )

  it.each(['lab-notebook', 'taken-elsewhere', 'Bad', 'a'])('does not rename to %s', async (name) => {
    const { patch } = open()
    const answer = await patch('rna-atlas', { name })
    expect(answer).toMatchObject({ status: 400, json: { name: expect.any(Array) } })
  })

  it('changes nothing when one field of several is wrong', async () => {
    const { client, patch } = open()
    expect(await patch('lab-notebook', { n_vcpus: 4, mem_gib: 0, name: 'x' })).toMatchObject({
      status: 400,
      json: { mem_gib: expect.any(Array), name: expect.any(Array) },
    })
    expect(await client.get('lab-notebook')).toMatchObject({ n_vcpus: 8, mem_gib: 32 })
  })

  it('is a 404 for what is not there and a 400 for what is no object', async () => {
    const { patch } = open()
    expect((await patch('no-such-box', { name: 'box' })).status).toBe(404)
    expect(await patch('rna-atlas', [])).toMatchObject({
      status: 400,
      json: { non_field_errors: expect.any(Array) },
    })
    expect(await patch('rna-atlas', '{')).toMatchObject({ status: 400, json: { detail: expect.any(String) } })
  })
})
