import * as z from 'zod/mini'

import { readStored, type TextStore, writeStored } from '#lib/text-store.ts'

import { type Connection, type KnownConnection, openConnections, type SessionStores } from './connections.ts'

export interface SessionState {
  /** Every key that this tab may use. */
  connections: readonly KnownConnection[]
  /** Whose account this tab shows; null when signed out. Another tab may show another. */
  connection: KnownConnection | null
  /** The service refused the key in mid-session: a new one is asked for over the page. */
  isKeyRefused: boolean
}

export interface SessionStore {
  state: () => SessionState
  subscribe: (listener: () => void) => () => void
  /**
   * Shows the account of a key, and keeps the key: on this device if `keep`, else in this tab. A key that is known already stays the
   * account it is, under its name, and is kept no shorter than before. Returns the connection, and where it is really kept.
   */
  signIn: (connection: Connection, keep: boolean) => KnownConnection
  /** Shows another account in this tab; new tabs start with it. */
  switchTo: (id: string) => void
  /** False where the browser would not store the new name. */
  rename: (id: string, name: string) => boolean
  /** Takes another key for the account in use, after the service refused the one it had. */
  replaceKey: (key: string) => void
  /** Forgets the key in use. The other keys stay, and none of them is used before someone chooses it. */
  signOut: () => void
  /** Forgets a key here and in every other tab; where its account is in use, that is signed out. */
  remove: (id: string) => void
  /** The same after another tab did so. */
  removedElsewhere: (id: string) => void
  /** Where the key of this account that was sent is still the one in use, asks for another. */
  refuseKey: (id: string, key: string) => void
  /** Closes the question for another key; the next refused request asks it again. */
  keepRefusedKey: () => void
  /** The key of an account; empty where it has been forgotten. */
  keyOf: (id: string) => string
  /** Reads the stores again, after another tab changed them. */
  reload: () => void
}

/** In the tab's store the account it shows, in the device's the one used last. */
const currentKey = 'hatteras:current'

/** Which keys there are, and whose account this tab shows. Keys live here and in their chosen store, and nowhere else. */
export const createSessionStore = (
  { tab, device }: SessionStores,
  notifyOtherTabs: (removedId: string) => void = () => undefined,
): SessionStore => {
  const { connections, adopted } = openConnections({ tab, device })
  const listeners = new Set<() => void>()

  const idIn = (store: TextStore) => readStored(store, currentKey, z.string())
  const find = (id: string | null) => connections.all().find((one) => one.id === id) ?? null
  const choose = (id: string) => {
    writeStored(tab, currentKey, id)
    writeStored(device, currentKey, id)
  }
  if (adopted !== null) choose(adopted)

  const at = (connection: KnownConnection | null): SessionState => ({
    connections: connections.all(),
    connection,
    isKeyRefused: false,
  })
  let state = at(find(idIn(tab)) ?? find(idIn(device)))
  if (state.connection !== null) writeStored(tab, currentKey, state.connection.id)

  const set = (next: SessionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const show = (id: string) => {
    choose(id)
    set(at(find(id)))
  }

  const forget = (id: string) => {
    connections.remove(id)
    for (const store of [tab, device]) if (idIn(store) === id) writeStored(store, currentKey, null)
    set(
      state.connection?.id === id ? at(null) : { ...at(state.connection), isKeyRefused: state.isKeyRefused },
    )
  }

  const remove = (id: string) => {
    forget(id)
    notifyOtherTabs(id)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signIn: ({ id, name, key }, keep) => {
      const known = connections.all().find((one) => one.key === key) ?? find(id)
      const connection = { id: known?.id ?? id, name: known?.name ?? name, key }
      const storedIn = connections.put(connection, keep || known?.storedIn === 'device' ? 'device' : 'tab')
      show(connection.id)
      return { ...connection, storedIn }
    },
    switchTo: (id) => {
      if (find(id) !== null) show(id)
    },
    rename: (id, name) => {
      const known = find(id)
      if (known === null) return false
      const isStored = connections.put({ ...known, name }, known.storedIn) === known.storedIn
      set({ ...at(find(state.connection?.id ?? null)), isKeyRefused: state.isKeyRefused })
      return isStored
    },
    replaceKey: (key) => {
      if (state.connection === null) return
      connections.put({ ...state.connection, key }, state.connection.storedIn)
      set(at(find(state.connection.id)))
    },
    signOut: () => {
      if (state.connection !== null) remove(state.connection.id)
    },
    remove,
    removedElsewhere: forget,
    refuseKey: (id, key) => {
      if (state.connection?.id === id && state.connection.key === key && !state.isKeyRefused)
        set({ ...state, isKeyRefused: true })
    },
    keepRefusedKey: () => {
      set({ ...state, isKeyRefused: false })
    },
    keyOf: (id) => state.connections.find((one) => one.id === id)?.key ?? '',
    reload: () => {
      const known = connections.all()
      if (JSON.stringify(known) === JSON.stringify(state.connections)) return
      const hadKeys = state.connections.length > 0
      const current = find(state.connection?.id ?? null)
      // Only a tab that had nothing to choose from follows a sign-in elsewhere: no tab changes its account by itself.
      const next = at(current ?? (hadKeys ? null : find(idIn(device))))
      set({ ...next, isKeyRefused: state.isKeyRefused && current?.key === state.connection?.key })
    },
  }
}
