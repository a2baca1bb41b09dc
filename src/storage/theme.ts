import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'

import { noStore, openStore } from '#lib/text-store.ts'

export const themeSchema = z.enum(['light', 'dark'])
export type Theme = z.output<typeof themeSchema> | 'system'

export const themeKey = 'hatteras:theme'
const store = openStore(() => globalThis.localStorage, noStore)
const systemDark = globalThis.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** A choice that the browser would not store: it holds until the page is closed. */
let unstored: Theme | null = null

const readTheme = (): Theme => {
  if (unstored !== null) return unstored
  const stored = z.safeParse(themeSchema, store.getItem(themeKey))
  return stored.success ? stored.data : 'system'
}

/** Shows the theme in force. `public/first-paint.js` does the same before the first paint. */
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
    if (event.key !== themeKey && event.key !== null) return
    unstored = null
    applyTheme()
  })
  applyTheme()
}

/** False where the browser would not store it: it then holds until the page is closed. */
export const setTheme = (theme: Theme): boolean => {
  try {
    if (theme === 'system') store.removeItem(themeKey)
    else store.setItem(themeKey, theme)
    unstored = store === noStore ? theme : null
  } catch {
    unstored = theme
  }
  applyTheme()
  return unstored === null
}

export const useTheme = (): Theme =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readTheme)
