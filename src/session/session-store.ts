import * as z from 'zod/mini'

import { readStored, type TextStore, writeStored } from '#lib/stored.ts'

const connectionSchema = z.object({
  /** Names the account in caches and in what this browser remembers; see connectionId. */
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  key: z.string().check(z.minLength(1)),
})
export type Connection = z.output<typeof connectionSchema>

const storageKey = 'hatteras:connection'

export interface SessionState {
  connection: Connection | null
  /** The service refused the key in mid-session: a new one is asked for over the page. */
  isKeyRefused: boolean
}

export interface SessionStores {
  /** This tab only. */
  tab: TextStore
  /** This device, until signed out. */
  device: TextStore
}

export interface SessionStore {
  state: () => SessionState
  subscribe: (listener: () => void) => () => void
  /** False where the browser would not keep the key: signed in all the same, until the page is closed. */
  signIn: (connection: Connection, keep: boolean) => boolean
  /** Takes another key for the same account, after the service refused the one in use. */
  replaceKey: (key: string) => void
  signOut: () => void
  refuseKey: () => void
  /** Closes the question for another key; the next refused request asks it again. */
  keepRefusedKey: () => void
  /** Reads the stores again, after another tab changed them. */
  reload: () => void
}

const signedOut: SessionState = { connection: null, isKeyRefused: false }

/** Who is signed in in this tab. The key lives here and in the chosen store, and nowhere else. */
export const createSessionStore = ({ tab, device }: SessionStores): SessionStore => {
  const read = () =>
    readStored(tab, storageKey, connectionSchema) ?? readStored(device, storageKey, connectionSchema)
  const listeners = new Set<() => void>()
  let state: SessionState = { ...signedOut, connection: read() }

  const set = (next: SessionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const isKept = () => readStored(device, storageKey, connectionSchema)?.id === state.connection?.id
  const store = (connection: Connection, keep: boolean): boolean => {
    writeStored(keep ? tab : device, storageKey, null)
    return writeStored(keep ? device : tab, storageKey, connection)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signIn: (connection, keep) => {
      const stored = store(connection, keep)
      set({ connection, isKeyRefused: false })
      return stored
    },
    replaceKey: (key) => {
      if (state.connection === null) return
      const connection = { ...state.connection, key }
      store(connection, isKept())
      set({ connection, isKeyRefused: false })
    },
    signOut: () => {
      writeStored(tab, storageKey, null)
      writeStored(device, storageKey, null)
      set(signedOut)
    },
    refuseKey: () => {
      if (state.connection !== null && !state.isKeyRefused) set({ ...state, isKeyRefused: true })
    },
    keepRefusedKey: () => {
      set({ ...state, isKeyRefused: false })
    },
    reload: () => {
      const connection = read()
      if (connection?.key !== state.connection?.key || connection?.id !== state.connection?.id)
        set({ connection, isKeyRefused: false })
    },
  }
}
