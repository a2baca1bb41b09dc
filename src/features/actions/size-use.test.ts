import { describe, expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import type { UsageSummary } from '#model/usage/usage.ts'

import { sizeUse } from './size-use.ts'

const instance = anInstance({ n_vcpus: 16, mem_gib: 64, disk_size_gib: 500 })
const summary: UsageSummary = {
  cpu: { now: 46, peak: 97 },
  memory: { now: 35.3, peak: 40.1 },
  disk: { now: 93.5, peak: 93.5 },
}
const nothing = { now: null, peak: null }
const asTyped = (typed: { memory?: string; disk?: string } = {}, known: UsageSummary = summary) =>
  sizeUse(
    { n_vcpus: '16', mem_gib: typed.memory ?? '64', disk_size_gib: typed.disk ?? '500' },
    instance,
    known,
  )
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null

test('use is told beside a size that holds it', () => {
  const { n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk } = asTyped()
  expect(vcpus.now).toBeCloseTo(7.36)
  expect(vcpus.peak).toBeCloseTo(15.52)
  expect(plain(vcpus.said)).toBe('46 % used now, peak 97 % in the last hour')
  expect(plain(memory.said)).toBe('35.3 GiB in use, peak 40.1 GiB')
  expect(plain(disk.said)).toBe('93.5 GiB in use')
  const steady = asTyped({}, { ...summary, memory: { now: 35.3, peak: 35.32 } })
  expect(plain(steady.mem_gib.said)).toBe('35.3 GiB in use')
  expect([vcpus.fit, memory.fit, disk.fit]).toEqual(['fits', 'fits', 'fits'])
})

describe('a size below what is in use', () => {
  test('of memory may end what runs', () => {
    const { mem_gib: memory } = asTyped({ memory: '32' })
    expect(memory.fit).toBe('short')
    expect(plain(memory.said)).toBe('35.3 GiB in use: what runs may be killed')
  })

  test('of memory below the peak may run short', () => {
    const { mem_gib: memory } = asTyped({ memory: '40' })
    expect(memory.fit).toBe('short')
    expect(plain(memory.said)).toBe('peak 40.1 GiB: it may run short')
    expect(asTyped({ memory: '41' }).mem_gib.fit).toBe('fits')
  })

  test('of a disk loses what does not fit', () => {
    const { disk_size_gib: disk } = asTyped({ disk: '50' })
    expect(disk.fit).toBe('loses')
    expect(plain(disk.said)).toBe('93.5 GiB in use: 43.5 GiB will not fit')
    expect(asTyped({ disk: '94' }).disk_size_gib.fit).toBe('fits')
  })
})

test('nothing is said of what is not known, or while no number is typed', () => {
  const unknown = asTyped({ memory: '1', disk: '10' }, { cpu: nothing, memory: nothing, disk: nothing })
  for (const { said, fit } of Object.values(unknown))
    expect({ said, fit }).toEqual({ said: null, fit: 'fits' })
  expect(asTyped({ memory: '', disk: 'x' }).mem_gib.fit).toBe('fits')
  expect(asTyped({ memory: '', disk: 'x' }).disk_size_gib.fit).toBe('fits')
})
