import { describe, expect, it } from 'vitest'

import { testKeys } from '#model/create/public-key.fixture.ts'
import type { CreateDefaults } from '#storage/create.ts'

import type { Draft } from './draft-store.ts'
import { startOf } from './start.ts'

const open = (query: string, draft: Draft | null = null, defaults: CreateDefaults | null = null) =>
  startOf(new URLSearchParams(query), draft, 'brave-box-979', defaults)

describe('how the form opens', () => {
  it('takes the service’s defaults, a fresh name and the smallest size', () => {
    const { form, isSizeGiven, isRestored, identity, ignored } = open('')
    expect(form).toMatchObject({
      resource_type: 'container',
      flavor: 'base',
      cpu_tier: 'general-purpose',
      gpu_model: '',
      name: 'brave-box-979',
    })
    expect([form.n_vcpus, form.mem_gib, form.disk_size_gib]).toEqual(['2', '4', '40'])
    expect({ isSizeGiven, isRestored, identity, ignored }).toEqual({
      isSizeGiven: false,
      isRestored: false,
      identity: {},
      ignored: [],
    })
  })

  it('takes a size that fits the environment of the link, and the link’s own numbers', () => {
    expect(open('flavor=genomics').form).toMatchObject({ n_vcpus: '16', disk_size_gib: '500' })
    expect(open('flavor=genomics&n_vcpus=24').form).toMatchObject({ n_vcpus: '24', mem_gib: '64' })
    expect(open('flavor=genomics&resource_type=vm').form).toMatchObject({ flavor: 'genomics', n_vcpus: '2' })
  })

  it.each([
    ['n_vcpus=0', 'n_vcpus', '2'],
    ['n_vcpus=257', 'n_vcpus', '2'],
    ['mem_gib=1.5', 'mem_gib', '4'],
    ['disk_size_gib=2001', 'disk_size_gib', '40'],
    ['flavor=windows', 'flavor', 'base'],
    ['resource_type=bare-metal', 'resource_type', 'container'],
    ['cpu_tier=fastest', 'cpu_tier', 'general-purpose'],
    ['name=Not+A+Name', 'name', 'brave-box-979'],
    ['public_key=-----BEGIN+OPENSSH+PRIVATE+KEY-----', 'public_key', ''],
    ['aws_endpoint_url=javascript:alert(1)', 'aws_endpoint_url', ''],
  ] as const)('leaves %s out, and says so', (query, field, fallback) => {
    const { form, ignored } = open(query)
    expect(form[field]).toBe(fallback)
    expect(ignored).toEqual([field])
  })

  it('never takes a secret from an address', () => {
    const { form } = open('aws_secret_access_key=a&anthropic_api_key=b')
    expect([form.aws_secret_access_key, form.anthropic_api_key]).toEqual(['', ''])
  })

  it('takes a key and a store of an address only when asked to, and asks once', () => {
    const key = testKeys.ed25519
    const asked = { public_key: key, aws_endpoint_url: 'https://s3.evil.example' }
    const query = new URLSearchParams(asked).toString()
    const { form, identity } = open(query)
    expect([form.public_key, form.aws_endpoint_url]).toEqual(['', ''])
    expect(identity).toEqual(asked)
    const typed = { connectionId: 'c-1', search: query, form: { public_key: key } }
    expect(open(query, typed).identity).toEqual({ aws_endpoint_url: 'https://s3.evil.example' })
  })
})

describe('what was typed before', () => {
  const draft: Draft = {
    connectionId: 'c-1',
    search: 'flavor=marimo',
    form: { flavor: 'marimo', n_vcpus: 'not a number yet', name: 'half-done' },
  }

  it('is there again without a link, and with the link it was begun from', () => {
    for (const query of ['', 'flavor=marimo']) {
      const { form, isRestored, isSizeGiven } = open(query, draft)
      expect(form).toMatchObject({ flavor: 'marimo', n_vcpus: 'not a number yet', name: 'half-done' })
      expect({ isRestored, isSizeGiven }).toEqual({ isRestored: true, isSizeGiven: true })
    }
  })

  it('gives way to another link', () => {
    const { form, isRestored } = open('flavor=genomics', draft)
    expect(form).toMatchObject({ flavor: 'genomics', name: 'brave-box-979' })
    expect(isRestored).toBe(false)
  })
})

describe('defaults of one’s own', () => {
  const own = {
    cpu_tier: 'high-performance',
    n_vcpus: '8',
    mem_gib: '32',
    disk_size_gib: '200',
    public_key: testKeys.ed25519,
    aws_endpoint_url: 'https://s3.lab.example',
  } as const
  const draft = { connectionId: 'c-1', search: '', form: { n_vcpus: '20' } }

  it('fill in an address that asks for nothing, but for the S3 endpoint', () => {
    const { form, isSizeGiven } = open('', null, own)
    const { aws_endpoint_url: _later, ...filled } = own
    expect(form).toMatchObject({ ...filled, aws_endpoint_url: '', flavor: 'base', name: 'brave-box-979' })
    expect(isSizeGiven).toBe(true)
  })

  it('give way to a link and to what was typed in this tab', () => {
    expect(open('flavor=marimo', null, own).form).toMatchObject({ n_vcpus: '2', cpu_tier: 'general-purpose' })
    expect(open('', draft, own)).toMatchObject({ form: { n_vcpus: '20' }, isRestored: true })
  })

  it('leave out what makes no sense any more', () => {
    const odd = { n_vcpus: '9999', public_key: 'buy milk', cpu_tier: 'high-performance' } as const
    expect(open('', null, odd).form).toMatchObject({
      n_vcpus: '2',
      public_key: '',
      cpu_tier: 'high-performance',
    })
  })
})
