import { beforeEach, expect, test, vi } from 'vitest'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
})

const preferences = async () => (await import('./preferences.ts')).fleetPreferences

test('what was chosen is there the next time', async () => {
  const stored = await preferences()
  stored.write({ density: 'compact', columns: ['cost', 'owner'] })
  vi.resetModules()
  expect((await preferences()).read()).toEqual({ density: 'compact', columns: ['cost', 'owner'] })
})

test('a part that makes no sense any more falls back, and the rest stays', async () => {
  stored.set('hatteras:fleet', JSON.stringify({ density: 'compact', columns: ['colour'] }))
  expect((await preferences()).read()).toEqual({ density: 'compact', columns: null })
})

test('the columns that were stored along with a row height, and never chosen, are no choice', async () => {
  const columns = ['state', 'size', 'cpu', 'cost', 'age']
  stored.set('hatteras:fleet', JSON.stringify({ density: 'compact', columns }))
  expect((await preferences()).read()).toEqual({ density: 'compact', columns: null })
})
