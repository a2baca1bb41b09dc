import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { memoryStore, noStore, openStore, readStored, type TextStore, writeStored } from './text-store.ts'

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
  expect(readStored(store, 'k', z.number())).toBe(1)
})

test('a store that works is used itself, and one that cannot be read is not', () => {
  const store = memoryStore()
  expect(store.getItem('k')).toBeNull()
  expect(openStore(() => store, noStore)).toBe(store)
  const unreadable: TextStore = {
    ...full,
    getItem: () => {
      throw new Error('SecurityError')
    },
  }
  expect(openStore(() => unreadable, noStore)).toBe(noStore)
  expect(readStored(unreadable, 'k', z.number())).toBeNull()
})

test('where nothing is kept that is said, and there is nothing to read or to remove', () => {
  expect(writeStored(noStore, 'k', 1)).toBe(false)
  expect(() => noStore.setItem('k', '1')).toThrow('The browser blocks storage.')
  expect(noStore.getItem('k')).toBeNull()
  expect(writeStored(noStore, 'k', null)).toBe(true)
})
