import { describe, expect, test } from 'vitest'

import { gpuLabel, gpuModels, longGpuName, sameGpu } from './gpus.ts'

describe.each([
  ['RTX 4090', 'NVIDIA GeForce RTX 4090', 'rtx-4090'],
  ['RTX 5090', 'NVIDIA GeForce RTX 5090', 'rtx-5090'],
  ['RTX PRO 6000 Blackwell', 'NVIDIA RTX PRO 6000 Blackwell', 'pro-6000-blackwell'],
])('%s', (model, long, slug) => {
  test('is one model under all its names', () => {
    expect([model, long, slug].map(gpuLabel)).toEqual([model, model, model])
    expect(sameGpu(long, slug)).toBe(true)
    expect(longGpuName(model)).toBe(long)
    expect(gpuModels).toContain(model)
  })
})

test('another model is another model', () => {
  expect(sameGpu('RTX 4090', 'rtx-5090')).toBe(false)
  expect(sameGpu('H200', 'NVIDIA H200')).toBe(true)
  expect(sameGpu('H200', 'A200')).toBe(false)
})

test('a model we do not know keeps its name', () => {
  expect(gpuLabel('AMD MI300X')).toBe('AMD MI300X')
  expect(longGpuName('AMD MI300X')).toBe('AMD MI300X')
})

test('no model is no model, and the same as nothing', () => {
  expect([null, '', ' '].map(gpuLabel)).toEqual([null, null, null])
  expect(sameGpu(null, '')).toBe(false)
  expect([sameGpu('H200', null), sameGpu(null, 'H200'), sameGpu('', '')]).toEqual([false, false, false])
})
