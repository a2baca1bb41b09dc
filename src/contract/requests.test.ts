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

describe('what is wrong is said in a sentence', () => {
  const said = (schema: z.ZodMiniType, value: unknown) =>
    z.safeParse(schema, value).error?.issues.map(({ message }) => message)
  it.each([
    [nameSchema, 'a', 'A name has at least 2 characters.'],
    [nameSchema, 'x'.repeat(64), 'A name has at most 63 characters.'],
    [
      nameSchema,
      'a_b',
      'Use lowercase letters, digits and hyphens only, with no hyphen at the start or the end.',
    ],
    [updateBody, { n_vcpus: 1.5 }, 'vCPUs must be a whole number.'],
    [updateBody, { mem_gib: 0 }, 'Memory must be at least 1.'],
    [updateBody, { disk_size_gib: 2001 }, 'Disk must be at most 2000.'],
    [portBody, { port: 0 }, 'A port must be at least 1.'],
  ])('%#', (schema, value, sentence) => {
    expect(said(schema, value)).toEqual([sentence])
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
