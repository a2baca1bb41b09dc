import { beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
})

const theme = () => document.documentElement.dataset['theme']

test.each([
  [
    'full',
    {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
      removeItem: () => undefined,
    },
  ],
  ['blocked', undefined],
])('with %s storage the theme changes for now, and is said not to be stored', async (_what, storage) => {
  vi.stubGlobal('localStorage', storage)
  const { setTheme } = await import('./theme.ts')
  expect(setTheme('dark')).toBe(false)
  expect(theme()).toBe('dark')
  expect(setTheme('light')).toBe(false)
  expect(theme()).toBe('light')
})

test('with room for it, it is stored', async () => {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  const { setTheme } = await import('./theme.ts')
  expect(setTheme('dark')).toBe(true)
  expect(stored.get('hatteras:theme')).toBe('dark')
})

test('where storage is blocked, no small value passes for stored', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { pollPace } = await import('./preferences.ts')
  expect(pollPace.write('relaxed')).toBe(false)
  expect(pollPace.read()).toBe('relaxed')
})
