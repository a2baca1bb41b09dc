import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyInstance } from '../instance/instance.fixture.ts'
import { duplicateSearch } from './duplicate.ts'
import { draftFromSearch } from './recipe.ts'

const rstudio = {
  resource_type: 'container',
  flavor: 'rstudioserver',
  cpu_tier: 'high-performance',
  n_vcpus: 16,
  mem_gib: 64,
  disk_size_gib: 500,
  n_gpus: 1,
  gpu_model: 'rtx-5090',
}
const read = (instance: Parameters<typeof duplicateSearch>[0]) =>
  draftFromSearch(new URLSearchParams(duplicateSearch(instance)))

test('it speaks of everything that was chosen, but for the name', () => {
  expect(read(rstudio)).toEqual({
    draft: {
      resource_type: 'container',
      flavor: 'rstudioserver',
      cpu_tier: 'high-performance',
      n_vcpus: '16',
      mem_gib: '64',
      disk_size_gib: '500',
      gpu_model: 'RTX 5090',
    },
    identity: {},
    ignored: [],
  })
})

test('a virtual machine is the base flavor without a GPU, whatever the service calls it', () => {
  const { draft } = read({ ...rstudio, resource_type: 'vm', flavor: 'vm', cpu_tier: 'General purpose' })
  expect(draft).toMatchObject({ resource_type: 'vm', flavor: 'base', cpu_tier: 'general-purpose' })
  expect(draft).not.toHaveProperty('gpu_model')
})

test('what the service did not tell is left out, and what cannot be asked for is named', () => {
  expect(duplicateSearch({ ...rstudio, n_vcpus: null, cpu_tier: null, n_gpus: 0 })).toBe(
    'resource_type=container&flavor=rstudioserver&mem_gib=64&disk_size_gib=500',
  )
  expect(read({ ...rstudio, flavor: 'jupyterlab' }).ignored).toEqual(['flavor'])
})

test('no address, password or owner of an instance gets into it', () => {
  const allowed = new Set([
    'resource_type',
    'flavor',
    'n_vcpus',
    'mem_gib',
    'disk_size_gib',
    'cpu_tier',
    'gpu_model',
  ])
  fc.assert(
    fc.property(anyInstance, (instance) =>
      [...new URLSearchParams(duplicateSearch(instance)).keys()].every((key) => allowed.has(key)),
    ),
  )
})
