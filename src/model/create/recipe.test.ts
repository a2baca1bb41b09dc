import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { cpuTiers, pageFlavors } from '#contract/vocabulary.ts'

import { emptyCreateForm, tidied, type CreateForm } from './create-form.ts'
import { draftFromSearch, passedOn, recipeText, searchFromDraft, sharedRecipe, withRecipe } from './recipe.ts'

const read = (search: string) => draftFromSearch(new URLSearchParams(search))

test('an address fills in the fields it names, and no others', () => {
  expect(read('resource_type=container&flavor=rstudioserver&n_vcpus=16&name=atlas&utm=x')).toEqual({
    draft: { resource_type: 'container', flavor: 'rstudioserver', n_vcpus: '16', name: 'atlas' },
    identity: {},
    ignored: [],
  })
})

test('a secret in an address is not read, and a key or a store stands apart', () => {
  expect(
    read('aws_secret_access_key=hush&anthropic_api_key=hush&mem_gib=4&public_key=k&aws_prefill_bucket=b'),
  ).toEqual({
    draft: { mem_gib: '4' },
    identity: { public_key: 'k', aws_prefill_bucket: 'b' },
    ignored: [],
  })
})

test('a choice that is not offered is left aside; a bad number is kept, to be shown at its field', () => {
  expect(read('flavor=windows&cpu_tier=turbo&n_vcpus=lots')).toEqual({
    draft: { n_vcpus: 'lots' },
    identity: {},
    ignored: ['flavor', 'cpu_tier'],
  })
})

test('a value of more than 8,000 letters was not written by this app', () => {
  expect(read(`name=${'x'.repeat(8000)}`)).toMatchObject({ draft: { name: 'x'.repeat(8000) }, ignored: [] })
  expect(read(`name=${'x'.repeat(8001)}`)).toMatchObject({ draft: {}, ignored: ['name'] })
})

test('a recipe of a virtual machine leaves out what only a container has', () => {
  const params = searchFromDraft({
    ...emptyCreateForm,
    resource_type: 'vm',
    flavor: 'marimo',
    gpu_model: 'RTX 5090',
  })
  expect(params.get('flavor')).toBe('base')
  expect(params.has('gpu_model')).toBe(false)
})

test.each([
  [{ n_vcpus: ' 8 ', mem_gib: '\uff11\uff16', disk_size_gib: '1,000' }, ['8', '16', '1000']],
  [{ n_vcpus: ' lots ', mem_gib: '', disk_size_gib: '1.5 ' }, ['lots', null, '1.5']],
])('a size typed as %j goes into a link as %j', (size, written) => {
  const params = searchFromDraft({ ...emptyCreateForm, ...size })
  expect(['n_vcpus', 'mem_gib', 'disk_size_gib'].map((field) => params.get(field))).toEqual(written)
})

test('a recipe reads back as it was written, and holds no secret, no key and no store', () => {
  const secret = 'S3CR3T-value'
  const forms: fc.Arbitrary<CreateForm> = fc.record({
    resource_type: fc.constant('container' as const),
    flavor: fc.constantFrom(...pageFlavors),
    n_vcpus: fc.string(),
    mem_gib: fc.string(),
    disk_size_gib: fc.string(),
    cpu_tier: fc.constantFrom(...cpuTiers),
    gpu_model: fc.string(),
    name: fc.string(),
    public_key: fc.constant(secret),
    aws_endpoint_url: fc.constant(secret),
    aws_access_key_id: fc.constant(secret),
    aws_secret_access_key: fc.constant(secret),
    aws_prefill_bucket: fc.constant(secret),
    anthropic_api_key: fc.constant(secret),
  })
  fc.assert(
    fc.property(forms, (form) => {
      const address = searchFromDraft(form).toString()
      expect(address).not.toContain(secret)
      const { draft } = read(address)
      const shared = Object.entries(tidied(form)).filter(([, value]) => value !== '' && value !== secret)
      expect(draft).toEqual(Object.fromEntries(shared))
    }),
  )
})

test('no address makes it throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('flavor', 'n_vcpus', 'name', 'x'), fc.string())),
      (parameters) => {
        expect(() => draftFromSearch(new URLSearchParams(parameters))).not.toThrow()
      },
    ),
  )
})

const typed: CreateForm = {
  ...emptyCreateForm,
  name: 'by-hand',
  gpu_model: 'RTX 5090',
  aws_secret_access_key: 'hush',
}

test('what is shared has no name, no secret and no key, also where an earlier version saved one', () => {
  const search = sharedRecipe({ ...typed, public_key: 'ssh-ed25519 AAAA ada', aws_access_key_id: 'AKIA' })
  expect(search).not.toMatch(/by-hand|hush|ssh|AKIA/)
  expect(read(search).draft).toMatchObject({ flavor: 'base', gpu_model: 'RTX 5090' })
  expect(passedOn('flavor=marimo&public_key=ssh-ed25519+AAAA&aws_endpoint_url=x&n_vcpus=4')).toBe(
    'flavor=marimo&n_vcpus=4',
  )
})

test('a recipe decides what is made, and leaves the rest as it was typed', () => {
  const search = 'flavor=marimo&n_vcpus=16&mem_gib=64&flavor=x&anthropic_api_key=leaked&public_key=planted'
  expect(withRecipe(typed, search)).toEqual({
    ...typed,
    flavor: 'marimo',
    n_vcpus: '16',
    mem_gib: '64',
    gpu_model: '',
  })
})

test.each([
  ['resource_type=vm&n_vcpus=4&mem_gib=16&disk_size_gib=100', 'Virtual machine · 4 vCPU · 16 GiB · 100 GiB'],
  [
    'flavor=rstudioserver&n_vcpus=16&mem_gib=64&disk_size_gib=500&cpu_tier=high-performance&gpu_model=RTX+5090',
    'RStudio · 16 vCPU · 64 GiB · 500 GiB · High performance · RTX 5090',
  ],
])('%s reads as %s', (search, text) => {
  expect(recipeText(search).replaceAll('\u00a0', ' ')).toBe(text)
})
