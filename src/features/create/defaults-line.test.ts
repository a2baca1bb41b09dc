import { expect, test } from 'vitest'

import { emptyCreateForm } from '#model/create/create-form.ts'
import { testKeys } from '#model/create/public-key.fixture.ts'

import { defaultsOf } from './defaults-line.tsx'

const form = {
  ...emptyCreateForm,
  name: 'once-only',
  aws_access_key_id: 'AKIAEXAMPLE',
  aws_secret_access_key: 'a-secret',
  anthropic_api_key: 'a-key',
}

test('defaults hold the tier, the size, the key and the endpoint, and nothing else', () => {
  const size = { cpu_tier: 'general-purpose', n_vcpus: '2', mem_gib: '4', disk_size_gib: '40' }
  expect(defaultsOf({ ...form, n_vcpus: ' 2 ' })).toEqual(size)
  const key = testKeys.ed25519
  const endpoint = 'https://s3.lab.example'
  expect(defaultsOf({ ...form, public_key: ` ${key} `, aws_endpoint_url: endpoint })).toEqual({
    ...size,
    public_key: key,
    aws_endpoint_url: endpoint,
  })
})

test('a private key is never among them', () => {
  const pasted = { ...form, public_key: '-----BEGIN OPENSSH PRIVATE KEY-----' }
  expect(defaultsOf(pasted)).not.toHaveProperty('public_key')
})
