import { pageFlavors, sizeLimits } from '#contract/vocabulary.ts'
import { describe, expect, it } from 'vitest'

import { brokenPromise, openTestSandbox, smallContainer, smallVm } from '../test-client.ts'

const storage = {
  aws_endpoint_url: 'https://s3.us-east-1.amazonaws.com',
  aws_access_key_id: 'AKIA',
  aws_secret_access_key: 'secret',
  aws_prefill_bucket: 'bucket/experiments',
}

const open = () => {
  const sandbox = openTestSandbox()
  return { ...sandbox, client: sandbox.client('sandbox-empty') }
}

describe('create', () => {
  it('answers 201 with an instance that is provisioning, and then runs', async () => {
    const { client, pass } = open()
    const answer = await client.create({ name: 'my-box' })
    expect(answer).toMatchObject({ status: 201, json: { name: 'my-box', state: 'provisioning' } })
    expect(brokenPromise('create', answer)).toBeNull()
    pass(5)
    expect((await client.get('my-box')).state).toBe('provisioning')
    pass(1)
    expect((await client.get('my-box')).state).toBe('running')
  })

  it('fills in the defaults of the page and a name', async () => {
    const { client } = open()
    const { json } = await client.create({})
    expect(json).toMatchObject({
      name: expect.stringMatching(/^[a-z]+-[a-z]+-\d{1,3}$/),
      cpu_tier: 'general-purpose',
      flavor: 'base',
      gpu_model: null,
      n_gpus: 0,
    })
  })

  it('invents a name of its own each time', async () => {
    const { client } = open()
    for (let count = 0; count < 20; count += 1)
      await client.create({ n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 })
    expect(new Set((await client.list()).map(({ name }) => name)).size).toBe(20)
  })

  it.each(pageFlavors)('takes the flavor %s for a container', async (flavor) => {
    expect((await open().client.create({ flavor })).json).toMatchObject({ flavor })
  })

  it('takes every field of the page', async () => {
    const answer = await open().client.create({
      ...storage,
      name: 'rstudio-with-data',
      flavor: 'rstudioserver',
      cpu_tier: 'high-performance',
      gpu_model: 'RTX 5090',
      public_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5... user@example.com',
      anthropic_api_key: 'sk-ant',
    })
    expect(answer.status).toBe(201)
  })

  it.each([
    ['RTX 5090', 'RTX 5090'],
    ['NVIDIA GeForce RTX 5090', 'RTX 5090'],
    ['RTX 4090', 'RTX 4090'],
    ['NVIDIA GeForce RTX 4090', 'RTX 4090'],
    ['RTX PRO 6000 Blackwell', 'RTX PRO 6000 Blackwell'],
    ['NVIDIA RTX PRO 6000 Blackwell', 'RTX PRO 6000 Blackwell'],
  ])('takes the GPU %s and reads it back as %s', async (asked, told) => {
    const answer = await open().client.create({ gpu_model: asked })
    expect(answer).toMatchObject({ status: 201, json: { gpu_model: told, n_gpus: 1 } })
  })

  it('ends in error for a name that ends in -fail', async () => {
    const { client, pass } = open()
    await client.create({ name: 'this-will-fail' })
    pass(6)
    expect((await client.get('this-will-fail')).state).toBe('error')
  })

  it.each(['n_vcpus', 'mem_gib', 'disk_size_gib'] as const)(
    'keeps the limits of %s at both ends',
    async (field) => {
      const { min, max } = sizeLimits[field]
      for (const value of [min, max])
        expect((await open().client.create({ [field]: value })).status).toBe(201)
      for (const value of [min - 1, max + 1, min + 0.5, `${min}`, true])
        expect(await open().client.create({ [field]: value })).toMatchObject({
          status: 400,
          json: { [field]: [expect.any(String)] },
        })
    },
  )

  it('takes names of 2 and of 63 characters', async () => {
    const { client } = open()
    for (const name of ['a1', 'x'.repeat(63), '0-0']) expect((await client.create({ name })).status).toBe(201)
  })
})

const wrong: [string, object, string[]][] = [
  ['an unknown type', { resource_type: 'cloud' }, ['resource_type']],
  ['an unknown tier', { cpu_tier: 'turbo' }, ['cpu_tier']],
  ['an unknown flavor', { flavor: 'jupyterlab' }, ['flavor']],
  ['an unknown GPU', { gpu_model: 'RTX 1080' }, ['gpu_model']],
  ['a GPU on a VM', { ...smallVm, gpu_model: 'RTX 5090' }, ['gpu_model']],
  ['a container flavor on a VM', { ...smallVm, flavor: 'genomics' }, ['flavor']],
  ['a one-letter name', { name: 'a' }, ['name']],
  ['a name of 64', { name: 'x'.repeat(64) }, ['name']],
  ['an upper-case name', { name: 'My-Box' }, ['name']],
  ['a name with a hyphen at its start', { name: '-box' }, ['name']],
  ['a name with a hyphen at its end', { name: 'box-' }, ['name']],
  ['a name with an underscore', { name: 'my_box' }, ['name']],
  ['a name that another account has', { name: 'taken-elsewhere' }, ['name']],
  ['no name but null', { name: null }, ['name']],
  ['a number for a name', { name: 12 }, ['name']],
  ['a key that is none', { public_key: 'hello' }, ['public_key']],
  ['a blank key', { public_key: ' ' }, ['public_key']],
  ['an endpoint that is none', { ...storage, aws_endpoint_url: 's3' }, ['aws_endpoint_url']],
  [
    'a bucket alone',
    { aws_prefill_bucket: 'a/b' },
    ['aws_access_key_id', 'aws_endpoint_url', 'aws_secret_access_key'],
  ],
  ['a key ID alone', { aws_access_key_id: 'AKIA' }, ['aws_endpoint_url', 'aws_secret_access_key']],
]

describe('a refused create', () => {
  it.each(wrong)('says what is wrong with %s', async (_, body, fields) => {
    const { client } = open()
    const answer = await client.create(body)
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.json ?? {}).toSorted()).toEqual(fields)
    expect(brokenPromise('create', answer)).toBeNull()
    expect(await client.list()).toEqual([])
  })

  it('names every wrong field at once', async () => {
    const body = { resource_type: 'vm', n_vcpus: 0, mem_gib: 'much', name: 'test', flavor: 'marimo' }
    const { json } = await open().client.ask('POST', '/api/instance/', body)
    expect(json).toEqual({
      n_vcpus: ['vCPUs must be at least 1.'],
      mem_gib: ['Memory must be a whole number.'],
      disk_size_gib: ['This field is required.'],
      name: ['An instance with this name already exists.'],
      flavor: ['The marimo flavor is available for containers only.'],
    })
  })

  it('says so for a name that is taken in the same account', async () => {
    const { client } = open()
    await client.create({ name: 'my-box' })
    expect(await client.create({ name: 'my-box' })).toMatchObject({
      status: 400,
      json: { name: ['An instance with this name already exists.'] },
    })
    expect(await client.list()).toHaveLength(1)
  })

  it.each([[[]], [null], ['"text"'], [3]])('says so for %j, which is no object', async (body) => {
    const answer = await open().client.ask('POST', '/api/instance/', body)
    expect(answer).toMatchObject({ status: 400, json: { non_field_errors: [expect.any(String)] } })
  })

  it.each(['', '{', 'name=box'])('says so for a body that is no JSON: %j', async (body) => {
    const answer = await open().client.ask('POST', '/api/instance/', body)
    expect(answer).toMatchObject({ status: 400, json: { detail: expect.stringContaining('JSON') } })
  })

  it('ignores fields that it does not know', async () => {
    const answer = await open().client.create({ ...smallContainer, distro: 'ubuntu', hostname: 'x' })
    expect(answer.status).toBe(201)
  })
})
