import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'

import { noStore, openStore, readStored, type TextStore, writeStored } from '#lib/text-store.ts'

/** A small value that this browser keeps: a preference, a recipe book, a lock. Parsed on read, the same in every tab. */
export interface StoredValue<T> {
  /** What is kept now, or the fallback where there is nothing, or nothing that still makes sense. Never throws. */
  read: () => T
  /** False where the browser would not keep it: it then holds until the page is closed. */
  write: (value: T) => boolean
  subscribe: (listener: () => void) => () => void
}

/** What export and import have to know of a stored value. */
export interface StoredValueKind {
  name: string
  /** Whether this is a value as it stands in storage. */
  accepts: (value: unknown) => boolean
}

interface Options<S extends z.ZodMiniType> {
  /** The name in storage, without the prefix of the app. */
  name: string
  schema: S
  fallback: z.output<S>
  store?: TextStore
}

/** Where storage is blocked, nothing that is written passes for stored. */
const deviceStore = openStore(() => globalThis.localStorage, noStore)

/** Opens a kept value. A codec as schema decides what it looks like in storage, as with amounts of money. */
export const createStored = <S extends z.ZodMiniType>({
  name,
  schema,
  fallback,
  store = deviceStore,
}: Options<S>): StoredValue<z.output<S>> & StoredValueKind => {
  const key = `hatteras:${name}`
  const listeners = new Set<() => void>()
  let text: string | null = null
  let value: z.output<S> = fallback

  /** The same object until what is stored changes. */
  const read = (): z.output<S> => {
    const stored = store.getItem(key)
    if (stored === text) return value
    text = stored
    value = readStored(store, key, schema) ?? fallback
    return value
  }
  const notifyListeners = () => {
    for (const listener of listeners) listener()
  }
  const onOtherTab = (event: StorageEvent) => {
    if (event.key === key || event.key === null) notifyListeners()
  }

  return {
    name,
    accepts: (stored) => z.safeParse(schema, stored).success,
    read,
    write: (next) => {
      const isStored = writeStored(store, key, z.encode(schema, next))
      text = store.getItem(key)
      value = next
      notifyListeners()
      return isStored
    },
    subscribe: (listener) => {
      if (listeners.size === 0) globalThis.addEventListener('storage', onOtherTab)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) globalThis.removeEventListener('storage', onOtherTab)
      }
    },
  }
}

/** The values of accounts that are in memory, a map for each kind: what the browser would not store is in no other place. */
export const inMemory = new Set<{ delete: (connectionId: string) => boolean }>()

/** One kept value for each account: `locks.of(connectionId)`. */
export const createStoredByAccount = <S extends z.ZodMiniType>(options: Options<S>) => {
  const byAccount = new Map<string, StoredValue<z.output<S>>>()
  inMemory.add(byAccount)
  return {
    name: options.name,
    accepts: (stored: unknown) => z.safeParse(options.schema, stored).success,
    of: (connectionId: string): StoredValue<z.output<S>> => {
      const stored =
        byAccount.get(connectionId) ?? createStored({ ...options, name: `${options.name}:${connectionId}` })
      byAccount.set(connectionId, stored)
      return stored
    },
  }
}

export const useStored = <T>(stored: StoredValue<T>): T => useSyncExternalStore(stored.subscribe, stored.read)
