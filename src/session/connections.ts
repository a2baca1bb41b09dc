import * as z from 'zod/mini'

import { memoryStore, readStored, type TextStore, writeStored } from '#lib/text-store.ts'

export const connectionSchema = z.object({
  /** Names the account in caches and in what this browser remembers; see connectionId. */
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  key: z.string().check(z.minLength(1)),
  /** The service that the key was entered for; missing where an earlier version stored it. It is used with no other. */
  service: z.optional(z.string()),
  /** When it was entered, in milliseconds since the epoch. A sign-out after that is one of this key, in whatever tab it lives. */
  since: z.optional(z.number()),
})
export type StoredKey = z.output<typeof connectionSchema>
export type Connection = Pick<StoredKey, 'id' | 'name' | 'key'>

/**
 * How long a key stays: until signed out, until the tab is closed, or, where the browser would not store it, until a reload. What is
 * found first counts.
 */
export const places = ['page', 'device', 'tab'] as const
export type StoredIn = (typeof places)[number]
export type KnownConnection = StoredKey & { storedIn: StoredIn }

export interface SessionStores {
  /** This tab only. */
  tab: TextStore
  /** This device, until signed out. */
  device: TextStore
}

const listKey = 'hatteras:connections'
const signedOutKey = 'hatteras:signed-out'
const signedOutSchema = z.array(z.object({ id: z.string(), at: z.number() }))

/** In place of an id: all keys of this browser. */
export const everyKey = '*'

/** See storage/last-fleet.ts, which the first page does without. */
const lastFleet = 'hatteras:last-fleet:'
const forgottenKey = 'hatteras:fleets-forgotten'

/** So many sign-outs are remembered. */
const mostSignedOut = 100

/** The kept keys of this tab, of all services. */
export const openKeys = (stores: SessionStores) => {
  const at: Record<StoredIn, TextStore> = { ...stores, page: memoryStore() }
  /** When which key was signed out last: a tab that was away has its own copy, and reads it here. */
  const signedOut = () => readStored(stores.device, signedOutKey, signedOutSchema) ?? []
  const signedOutAt = (id: string): number =>
    Math.max(-1, ...signedOut().flatMap((one) => (one.id === id || one.id === everyKey ? [one.at] : [])))

  /** The rows of a fleet stay in a store as long as its key is in the same one. */
  const keepFleets = (place: StoredIn, list: readonly StoredKey[]) => {
    for (const name of Object.keys(at[place]))
      if (name.startsWith(lastFleet) && list.every(({ id }) => name !== lastFleet + id))
        at[place].removeItem(name)
  }

  /** False where the browser did not store it: then nothing was changed. */
  const write = (place: StoredIn, list: readonly StoredKey[]): boolean => {
    const isStored = writeStored(at[place], listKey, list.length === 0 ? null : list)
    if (isStored) keepFleets(place, list)
    return isStored
  }

  /** What is kept there; a key that was signed out meanwhile is forgotten there too. */
  const read = (place: StoredIn): readonly StoredKey[] => {
    const stored = readStored(at[place], listKey, z.array(connectionSchema)) ?? []
    const valid = stored.filter(({ id, since = 0 }) => signedOutAt(id) < since)
    if (valid.length < stored.length) write(place, valid)
    return valid
  }
  const drop = (id: string, from: readonly StoredIn[] = places) => {
    for (const place of from)
      write(
        place,
        read(place).filter((one) => id !== everyKey && one.id !== id),
      )
  }

  const all = (): KnownConnection[] => {
    const found = new Map<string, KnownConnection>()
    for (const storedIn of places)
      for (const one of read(storedIn)) if (!found.has(one.id)) found.set(one.id, { ...one, storedIn })
    return [...found.values()]
  }

  return {
    stores: at,
    read,
    write,
    drop,
    signedOutAt,
    all,
    /** Drops the rows of fleets that a tab or an earlier version left behind, and those of this tab from before all was forgotten. */
    tidyFleets: () => {
      const [here, there] = [stores.tab, stores.device].map((store) =>
        readStored(store, forgottenKey, z.number()),
      )
      if (here !== there) {
        keepFleets('tab', [])
        writeStored(stores.tab, forgottenKey, there)
      }
      for (const place of places) keepFleets(place, read(place))
    },
    /**
     * Forgets a key for good, and the fleet it showed last. False where the store has no room even then to note it: a tab that is away
     * does not learn of it.
     */
    signOut: (id: string): boolean => {
      // A clock that was ahead at the sign-in must not let the key outlive its sign-out.
      const since = all().map((one) => (id === everyKey || one.id === id ? (one.since ?? 0) : 0))
      drop(id)
      const others = signedOut().filter((one) => one.id !== id)
      const noted = { id, at: Math.max(Date.now(), ...since) }
      return writeStored(stores.device, signedOutKey, [...others.slice(1 - mostSignedOut), noted])
    },
  }
}
export type Keys = ReturnType<typeof openKeys>
