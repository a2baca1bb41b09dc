import * as z from 'zod/mini'

/** What the app needs of `localStorage` or `sessionStorage`. */
export interface TextStore {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
}

/** A store that lasts as long as the page: the stand-in where the browser blocks storage. */
export const memoryStore = (): TextStore => {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

/** A store that takes nothing, and so says that it keeps nothing: for those who have to tell. */
export const noStore: TextStore = {
  getItem: () => null,
  setItem: () => {
    throw new Error('The browser blocks storage.')
  },
  removeItem: () => undefined,
}

/** Opens a browser store, or the stand-in where even touching it throws (blocked cookies, a sandboxed frame). */
export const openStore = (open: () => TextStore, standIn: TextStore = memoryStore()): TextStore => {
  try {
    const store = open()
    store.getItem('hatteras:probe')
    return store
  } catch {
    return standIn
  }
}

/** The value stored under `key` if it still has the shape asked for, else null. Never throws. */
export const readStored = <T extends z.ZodMiniType>(
  store: TextStore,
  key: string,
  schema: T,
): z.output<T> | null => {
  try {
    const result = z.safeParse(schema, JSON.parse(store.getItem(key) ?? 'null'))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** Stores a JSON value, or removes the entry for null. False where the store is full or blocked: nothing was changed. */
export const writeStored = (store: TextStore, key: string, value: unknown): boolean => {
  try {
    if (value === null) store.removeItem(key)
    else store.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
