import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'

import { createBody } from '#contract/requests.ts'
import { pageFlavors, resourceTypes } from '#contract/vocabulary.ts'

import {
  createFormSchema,
  emptyCreateForm,
  isWebAddress,
  toCreateBody,
  type CreateForm,
} from './create-form.ts'
import { testKeys } from './public-key.fixture.ts'

/** What the form would say at each field. */
const messages = (typed: Partial<CreateForm>): Record<string, string> => {
  const result = z.safeParse(createFormSchema, { ...emptyCreateForm, ...typed })
  return result.success
    ? {}
    : Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]))
}
const body = (typed: Partial<CreateForm>) => toCreateBody({ ...emptyCreateForm, ...typed }, 'brave-box-979')

test('the form opens sound, with the service’s defaults', () => {
  expect(messages({})).toEqual({})
  expect(body({})).toEqual({
    resource_type: 'container',
    flavor: 'base',
    cpu_tier: 'general-purpose',
    n_vcpus: 2,
    mem_gib: 4,
    disk_size_gib: 40,
    name: 'brave-box-979',
  })
})

describe('sizes', () => {
  test.each([
    ['n_vcpus', '1', '256', '0', '257'],
    ['mem_gib', '1', '512', '0', '513'],
    ['disk_size_gib', '10', '2000', '9', '2001'],
  ])('%s is from %s to %s', (field, least, most, below, above) => {
    expect(messages({ [field]: least })).toEqual({})
    expect(messages({ [field]: most })).toEqual({})
    expect(Object.keys(messages({ [field]: below }))).toEqual([field])
    expect(Object.keys(messages({ [field]: above }))).toEqual([field])
  })

  test('that are no whole numbers say what is wanted', () => {
    expect(messages({ n_vcpus: '' })).toEqual({ n_vcpus: 'vCPUs: enter a whole number, 1 to 256.' })
    expect(messages({ mem_gib: '1.5' })).toEqual({
      mem_gib: 'Memory: enter a whole number, 1 to 512 GiB.',
    })
    expect(messages({ disk_size_gib: '9' })).toEqual({ disk_size_gib: 'Disk can be 10 to 2,000 GiB.' })
  })
})

describe('a virtual machine', () => {
  const vm = { resource_type: 'vm', flavor: 'marimo', gpu_model: 'RTX 5090' } as const

  test('is made without what was chosen for a container', () => {
    expect(body(vm)).toMatchObject({ resource_type: 'vm', flavor: 'base' })
    expect(body(vm)).not.toHaveProperty('gpu_model')
  })

  test('made a container again, has it all', () => {
    expect(body({ ...vm, resource_type: 'container' })).toMatchObject({
      flavor: 'marimo',
      gpu_model: 'RTX 5090',
    })
  })
})

describe('S3', () => {
  const s3 = {
    aws_endpoint_url: 'https://s3.us-east-1.amazonaws.com',
    aws_access_key_id: 'AKIA',
    aws_secret_access_key: 'secret',
  }

  test('takes endpoint, key ID and secret together, with or without a bucket', () => {
    expect(messages(s3)).toEqual({})
    expect(messages({ ...s3, aws_prefill_bucket: 'bucket/folder' })).toEqual({})
    expect(body({ ...s3, aws_prefill_bucket: ' bucket/folder ' })).toMatchObject({
      ...s3,
      aws_prefill_bucket: 'bucket/folder',
    })
  })

  test('says at each missing field that it is missing', () => {
    expect(messages({ ...s3, aws_secret_access_key: '' })).toEqual({
      aws_secret_access_key:
        'S3 needs the secret access key too: give all of endpoint, key ID and secret, or none.',
    })
    expect(Object.keys(messages({ aws_prefill_bucket: 'bucket' }))).toEqual([
      'aws_endpoint_url',
      'aws_access_key_id',
      'aws_secret_access_key',
    ])
  })

  test('wants a web address and a plain path', () => {
    expect(messages({ ...s3, aws_endpoint_url: 's3.amazonaws.com' })).toEqual({
      aws_endpoint_url: 'An endpoint URL starts with https://, such as https://s3.us-east-1.amazonaws.com.',
    })
    expect(messages({ ...s3, aws_prefill_bucket: ' S3://bucket' })).toEqual({
      aws_prefill_bucket: 'Leave out “s3://”: the path is bucket/folder, such as your-bucket/experiments.',
    })
    expect(messages({ ...s3, aws_prefill_bucket: 'my-s3:bucket' })).toEqual({})
    expect(messages({ ...s3, aws_endpoint_url: ` ${s3.aws_endpoint_url} ` })).toEqual({})
    const addresses = [
      'http://10.0.0.7:9000',
      'https://s3.example',
      'shttp://s3.example',
      'ftp://s3.example',
      '',
    ]
    expect(addresses.map(isWebAddress)).toEqual([true, true, false, false, false])
  })

  test('is not used where only spaces are typed', () => {
    expect(messages({ aws_endpoint_url: ' ', aws_prefill_bucket: '  ' })).toEqual({})
  })
})

test('a name may be left to the app, and is checked otherwise', () => {
  expect(messages({ name: '' })).toEqual({})
  expect(messages({ name: ' my-box ' })).toEqual({})
  expect([body({ name: ' my-box ' }).name, body({ name: ' ' }).name]).toEqual(['my-box', 'brave-box-979'])
  expect(body({ gpu_model: ' RTX 5090 ' }).gpu_model).toBe('RTX 5090')
  expect(body({ gpu_model: ' ' })).not.toHaveProperty('gpu_model')
  expect(messages({ name: 'My box' })).toHaveProperty('name')
})

test('a private key is not taken for a public one', () => {
  expect(messages({ public_key: '-----BEGIN RSA PRIVATE KEY-----' })['public_key']).toContain(
    'keep it to yourself',
  )
})

test('whatever the form finds sound, the API’s own rules find sound too', () => {
  const digits = fc.integer({ min: -5, max: 2100 }).map(String)
  const text = fc.oneof(fc.constant(''), fc.string(), fc.constantFrom('https://s3.example', testKeys.ed25519))
  const forms: fc.Arbitrary<CreateForm> = fc.record({
    resource_type: fc.constantFrom(...resourceTypes),
    flavor: fc.constantFrom(...pageFlavors),
    n_vcpus: fc.oneof(digits, fc.string()),
    mem_gib: digits,
    disk_size_gib: digits,
    cpu_tier: fc.constantFrom('general-purpose' as const, 'high-performance' as const),
    gpu_model: text,
    name: text,
    public_key: text,
    aws_endpoint_url: text,
    aws_access_key_id: text,
    aws_secret_access_key: text,
    aws_prefill_bucket: text,
    anthropic_api_key: text,
  })
  fc.assert(
    fc.property(forms, (form) => {
      if (!z.safeParse(createFormSchema, form).success) return
      const sent = toCreateBody(form, 'brave-box-979')
      expect(z.safeParse(createBody, sent).success).toBe(true)
      expect(Object.values(sent)).not.toContain('')
    }),
  )
})
