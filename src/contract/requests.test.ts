import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

import { createBody, nameSchema, portBody, updateBody } from './requests.ts'
import { sizeLimits } from './vocabulary.ts'

const least = { resource_type: 'vm', n_vcpus: 1, mem_gib: 1, disk_size_gib: 10 }

describe('a name', () => {
  it.each(['ab', 'a-b', '0x', 'brave-box-979', 'x'.repeat(63), 'a--b'])('may be %s', (name) => {
    expect(z.safeParse(nameSchema, name).success).toBe(true)
  })

  it.each(['', 'a', 'x'.repeat(64), '-ab', 'ab-', 'Ab', 'a_b', 'a b', 'ü-box', 'a.b', 'ab\n'])(
    'may not be %j',
    (name) => {
      expect(z.safeParse(nameSchema, name).success).toBe(false)
    },
  )
})

describe('a create body', () => {
  it('needs a type and a size, and nothing else', () => {
    expect(z.safeParse(createBody, least).success).toBe(true)
    for (const field of Object.keys(least))
      expect(z.safeParse(createBody, { ...least, [field]: undefined }).success).toBe(false)
  })

  it.each(['n_vcpus', 'mem_gib', 'disk_size_gib'] as const)('keeps the limits of %s', (field) => {
    const { min, max } = sizeLimits[field]
    fc.assert(
      fc.property(fc.integer({ min: min - 50, max: max + 50 }), (value) => {
        const isWithin = value >= min && value <= max
        expect(z.safeParse(createBody, { ...least, [field]: value }).success).toBe(isWithin)
        expect(z.safeParse(updateBody, { [field]: value }).success).toBe(isWithin)
      }),
    )
  })
})

describe('a port', () => {
  it.each([
    [0, false],
    [1, true],
    [65_535, true],
    [65_536, false],
    [80.5, false],
  ])('%d: %s', (port, isSound) => {
    expect(z.safeParse(portBody, { port }).success).toBe(isSound)
  })
})
