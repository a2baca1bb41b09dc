import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore, openStore, readStored, type TextStore, writeStored } from './text-store.ts'

const full: TextStore = {
  getItem: () => null,
  setItem: () => {
    throw new Error('QuotaExceededError')
  },
  removeItem: () => undefined,
}

test('what was stored is read back', () => {
  const store = memoryStore()
  expect(writeStored(store, 'k', { a: 1 })).toBe(true)
  expect(readStored(store, 'k', z.object({ a: z.number() }))).toEqual({ a: 1 })
  expect(writeStored(store, 'k', null)).toBe(true)
  expect(readStored(store, 'k', z.object({ a: z.number() }))).toBeNull()
})

test('whatever lies in the store, reading never throws and answers only the shape asked for', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const store = memoryStore()
      store.setItem('k', text)
      const value = readStored(store, 'k', z.object({ a: z.number() }))
      expect(value === null || typeof value.a === 'number').toBe(true)
    }),
  )
})

test('a full store is reported, a blocked one is replaced by memory', () => {
  expect(writeStored(full, 'k', 1)).toBe(false)
  const store = openStore(() => {
    throw new Error('SecurityError')
  })
  expect(writeStored(store, 'k', 1)).toBe(true)
})
