import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { sum, usd } from '#lib/money.ts'

import { splitBurn, splitKeys, type BurnPart } from './burn.ts'
import { anInstance, anyInstance } from '#model/instance/instance.fixture.ts'

const shown = (parts: readonly BurnPart[]) =>
  parts.map(({ label, now }) => `${label} ${Number(now.known) / 1e9}${now.unknown.length > 0 ? '?' : ''}`)

/** $0.40 vCPU, $0.32 RAM, $0.10 disk an hour. */
const vm = anInstance({ uuid: '1', name: 'dev' })
const container = anInstance({
  uuid: '2',
  name: 'llama',
  resource_type: 'container',
  flavor: 'marimo',
  cpu_tier: 'high-performance',
  owner_email: 'ada@lab.example',
  n_gpus: 1,
  gpu_model: 'rtx-5090',
  gpu_cost_hourly_usd: null,
})
const fleet = [vm, container, anInstance({ uuid: '3', name: 'old', state: 'shut_off' })]

describe('the present cost', () => {
  test('by component says which part is not known', () => {
    const { parts, total } = splitBurn(fleet, 'component')
    expect(shown(parts)).toEqual(['vCPU 0.8', 'RAM 0.64', 'Disk 0.3', 'GPU 0?'])
    expect(parts[0]?.instances).toBe(2)
    expect(total).toMatchObject({ known: usd(1.74), unknown: ['gpu'] })
  })

  test('by instance has the dearest first', () => {
    expect(shown(splitBurn(fleet, 'instance').parts)).toEqual(['dev 0.82', 'llama 0.82?', 'old 0.1'])
  })

  test.each([
    ['flavor', ['Base 0.92', 'Marimo 0.82?']],
    ['type', ['Virtual machine 0.92', 'Container 0.82?']],
    ['tier', ['General purpose 0.92', 'High performance 0.82?']],
    ['owner', ['No owner given 0.92', 'ada@lab.example 0.82?']],
    ['state', ['Running 1.64?', 'Stopped 0.1']],
  ] as const)('by %s', (by, parts) => {
    expect(shown(splitBurn(fleet, by).parts)).toEqual(parts)
  })

  test('leaves out what costs nothing, and keeps what the service has beyond the rates', () => {
    const told = anInstance({ uuid: '4', hourly_cost_usd: 0.8 })
    const { parts } = splitBurn([told, anInstance({ state: 'error' })], 'component')
    expect(shown(parts)).toEqual(['vCPU 0.4', 'RAM 0.32', 'Disk 0.1', 'Other -0.02'])
    expect(parts[3]?.share).toBeNull()
    expect(splitBurn([anInstance({ state: 'error' })], 'instance').parts).toEqual([])
  })
})

describe('by tag', () => {
  const tags: Record<string, string[]> = { 1: ['thesis', 'gpu'], 2: ['gpu'] }
  const tagsOf = (uuid: string) => tags[uuid] ?? []

  test('an instance counts under each of its tags, and that is said; the total counts it once', () => {
    const { parts, total, isOverlapping } = splitBurn(fleet, 'tag', tagsOf)
    expect(shown(parts)).toEqual(['gpu 1.64?', 'thesis 0.82', 'No tag 0.1'])
    expect(total.known).toBe(usd(1.74))
    expect(isOverlapping).toBe(true)
  })

  test('where none has several, the lines add up and there is nothing to say', () => {
    const { parts, total, isOverlapping } = splitBurn(fleet, 'tag', (uuid) => tagsOf(uuid).slice(0, 1))
    expect(sum(parts.map(({ now }) => now.known))).toBe(total.known)
    expect(isOverlapping).toBe(false)
  })

  test('without tags there is one line', () => {
    expect(shown(splitBurn(fleet, 'tag').parts)).toEqual(['No tag 1.74?'])
  })
})

test('any split of any fleet adds up to exactly the same total, and knows no more than it', () => {
  fc.assert(
    fc.property(fc.array(anyInstance), fc.constantFrom(...splitKeys), (instances, by) => {
      const { total, parts } = splitBurn(instances, by)
      expect(sum(parts.map(({ now }) => now.known))).toBe(total.known)
      for (const { now } of parts) expect(sum(now.lines.map(({ amount }) => amount ?? 0n))).toBe(now.known)
      const unknown = new Set(parts.flatMap(({ now }) => now.unknown))
      expect(total.unknown.filter((part) => !unknown.has(part))).toEqual([])
      const amounts = parts.map(({ now }) => now.known)
      expect(amounts).toEqual(amounts.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
    }),
  )
})
