import { expect, test } from 'vitest'

import { readErrorBody } from '#contract/errors.ts'

import { capacityReport, type CapacityReport } from './capacity.ts'

const report = (json: unknown, action: 'create' | 'resize' | 'restart' = 'create'): CapacityReport | null => {
  const { capacity } = readErrorBody(json)
  return capacity === null ? null : capacityReport(capacity, action)
}

const page = {
  detail: {
    message: 'Insufficient resources available',
    bottleneck: ['n_vcpus', 'mem_gib'],
    requested: { n_vcpus: 128, mem_gib: 512 },
    nearest_available: { n_vcpus: 64, mem_gib: 256 },
  },
}
const live = {
  message: 'Insufficient resources',
  bottleneck: ['gpu_model'],
  requested: { cpus: 8, ram: 32, disk: 200, gpu_model: 'NVIDIA GeForce RTX 5090' },
  nearest_available: { cpus: 16, ram: 31.5, disk: 200, gpu_model: 'NVIDIA GeForce RTX 4090', gpus: 1 },
}

test('the page’s 422 says what is short, what was asked, and what fits', () => {
  const full = report(page)
  expect(full).toMatchObject({ kind: 'host', fits: { n_vcpus: 64, mem_gib: 256 } })
  expect(full?.sentence).toBe('Short of vCPUs and memory. Nothing was created.')
  expect(full?.parts).toEqual([
    { label: 'vCPU', asked: 128, free: 64 },
    { label: 'Memory', asked: 512, free: 256 },
  ])
})

test('so does the live service’s, and what fits is whole and never more than was asked', () => {
  const full = report(live)
  expect(full?.sentence).toContain('Short of GPUs.')
  expect(full?.parts).toEqual([
    { label: 'vCPU', asked: 8, free: 16 },
    { label: 'Memory', asked: 32, free: 31.5 },
    { label: 'Disk', asked: 200, free: 200 },
  ])
  expect(full?.fits).toEqual({ n_vcpus: 8, mem_gib: 31, disk_size_gib: 200 })
})

test('nothing fits where the nearest is nothing', () => {
  expect(report({ ...live, nearest_available: { cpus: 0, ram: 16 } })?.fits).toBeNull()
  expect(report({ ...live, nearest_available: { cpus: 0, ram: 16 } })?.parts[0]).toMatchObject({ free: 0 })
  expect(report({ ...live, nearest_available: undefined })?.fits).toBeNull()
})

test('an account’s limit is told apart from a full host', () => {
  const limit = report({
    message: 'Limit',
    bottleneck: ['account_cpus'],
    requested: {},
    limit: 64,
    current: 60,
  })
  expect(limit).toMatchObject({ kind: 'account', fits: null })
  expect(limit?.sentence).toBe(
    'Your account may not have more vCPUs (the limit is 64, 60 in use). Nothing was created. Stop or delete something, or ask Carolina Cloud to raise the limit.',
  )
})

test('each action says what was not done', () => {
  expect(report(page, 'resize')?.sentence).toContain('The instance keeps its size.')
  expect(report(page, 'restart')?.sentence).toContain('The instance stays stopped.')
})
