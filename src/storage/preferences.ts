import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'

import { openStore } from '#lib/stored.ts'

const themeSchema = z.enum(['light', 'dark'])
export type Theme = z.output<typeof themeSchema> | 'system'

const themeKey = 'hatteras:theme'
const store = openStore(() => globalThis.localStorage)
const systemDark = globalThis.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const readTheme = (): Theme => {
  const stored = z.safeParse(themeSchema, store.getItem(themeKey))
  return stored.success ? stored.data : 'system'
}

/** Shows the theme in force. `public/theme.js` does the same before the first paint. */
const applyTheme = () => {
  const theme = readTheme()
  document.documentElement.dataset['theme'] =
    theme === 'system' ? (systemDark.matches ? 'dark' : 'light') : theme
  for (const listener of listeners) listener()
}

/** Follows the system and the other tabs. Call once, at the start. */
export const watchTheme = (): void => {
  systemDark.addEventListener('change', applyTheme)
  globalThis.addEventListener('storage', (event) => {
    if (event.key === themeKey || event.key === null) applyTheme()
  })
  applyTheme()
}

export const setTheme = (theme: Theme): void => {
  if (theme === 'system') store.removeItem(themeKey)
  else store.setItem(themeKey, theme)
  applyTheme()
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readTheme)
