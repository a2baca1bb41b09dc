import { expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { gpuShortText, gpuText, isHighTier, sizeText, tierLabel, typeLabel, typeName } from './labels.ts'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

test('types and tiers read as words, known or not', () => {
  expect(['vm', 'container', 'pod'].map(typeLabel)).toEqual(['Virtual machine', 'Container', 'Pod'])
  expect(['vm', 'container', 'pod'].map(typeName)).toEqual(['a virtual machine', 'a container', 'a “pod”'])
  expect(['general-purpose', 'high-performance', 'turbo', null].map(isHighTier)).toEqual([
    false,
    true,
    false,
    false,
  ])
  expect(['general-purpose', 'high-performance', null].map(tierLabel)).toEqual([
    'General purpose',
    'High performance',
    null,
  ])
})

test('a size names what the service said, and nothing else', () => {
  expect(plain(sizeText(anInstance({ n_vcpus: 24, mem_gib: 0.5, disk_size_gib: 1000 })))).toBe(
    '24 vCPU · 0.5 GiB · 1,000 GiB',
  )
  expect(plain(sizeText(anInstance({ n_vcpus: null, mem_gib: null })))).toBe('100 GiB')
  expect(plain(sizeText(anInstance({ disk_size_gib: null })))).toBe('8 vCPU · 16 GiB')
})

test('a GPU has a count and a short name', () => {
  expect(gpuText(anInstance({ n_gpus: 2, gpu_model: 'NVIDIA GeForce RTX 5090' }))).toBe('2× RTX 5090')
  expect(gpuText(anInstance({ n_gpus: 1, gpu_model: null }))).toBe('1× GPU')
  expect(gpuText(anInstance({ n_gpus: null, gpu_model: 'rtx-4090' }))).toBe('RTX 4090')
  expect(gpuText(anInstance())).toBeNull()
  expect(gpuText(anInstance({ n_gpus: null }))).toBeNull()
})

test.each([
  [1, 'rtx-5090', 'RTX 5090'],
  [2, 'NVIDIA RTX PRO 6000 Blackwell', '2× PRO 6000'],
  [1, 'H100', 'H100'],
  [11, 'rtx-5090', '11× RTX 5090'],
  [0, null, null],
])('a chip for %d of %s reads %s', (n_gpus, gpu_model, text) => {
  expect(gpuShortText(anInstance({ n_gpus, gpu_model }))).toBe(text)
})
