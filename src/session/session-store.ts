import * as z from 'zod/mini'

import { readStored, type TextStore, writeStored } from '#lib/text-store.ts'

import { everyKey, type Keys, type KnownConnection, openKeys, type SessionStores } from './connections.ts'

export interface SessionState {
  /** Every key of this service that this tab may use. */
  connections: readonly KnownConnection[]
  /** Whose account this tab shows; null when signed out. Another tab may show another. */
  connection: KnownConnection | null
  /** The service refused the key in mid-session: a new one is asked for over the page. */
  isKeyRefused: boolean
}

/** What every page needs of the session. Signing in, renaming and replacing keys is in session-changes.ts. */
export interface SessionStore {
  state: () => SessionState
  subscribe: (listener: () => void) => () => void
  /** The service of this page; its keys are used with no other. */
  service: string
  keys: Keys
  /** Shows another account in this tab; new tabs start with it. */
  switchTo: (id: string) => void
  /** Forgets the key in use. The other keys stay, and none of them is used before someone chooses it. */
  signOut: () => void
  /** Forgets a key, or `everyKey`, here and in every other tab; where its account is in use, that is signed out. */
  remove: (id: string) => void
  /** The same after another tab did so. */
  removedElsewhere: (id: string) => void
  /** Where the key of this account that was sent is still the one in use, asks for another. */
  refuseKey: (id: string, key: string) => void
  /** Closes the question for another key; the next refused request asks it again. */
  keepRefusedKey: () => void
  /** False after a sign-out that the browser could not store: a tab that is away does not learn of it. */
  isNoted: () => boolean
  /** The key of an account; empty where it has been forgotten. */
  keyOf: (id: string) => string
  /** Reads the stores again, after something else changed them. */
  reload: () => void
}

/** In the tab's store the account it shows (empty after signing out), in the device's the one used last. */
export const currentKey = 'hatteras:current'

/** Which keys there are, and whose account this tab shows. Keys live here and in their chosen store, and nowhere else. */
export const createSessionStore = (
  { tab, device }: SessionStores,
  notifyOtherTabs: (removedId: string) => void = () => undefined,
  service = '',
): SessionStore => {
  const keys = openKeys({ tab, device })
  const listeners = new Set<() => void>()

  const idIn = (store: TextStore) => readStored(store, currentKey, z.string())
  const usable = () => keys.all().filter((one) => one.service === service)
  const find = (id: string | null | undefined) => usable().find((one) => one.id === id) ?? null

  const at = (connection: KnownConnection | null): SessionState => ({
    connections: usable(),
    connection,
    isKeyRefused: false,
  })
  let state = at(find(idIn(tab) ?? idIn(device)))
  keys.tidyFleets()
  if (state.connection !== null) writeStored(tab, currentKey, state.connection.id)

  let isNoted = true

  const set = (next: SessionState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const reload = () => {
    // This tab may have stored some once more after another one signed out or forgot all.
    keys.tidyFleets()
    const known = usable()
    if (JSON.stringify(known) === JSON.stringify(state.connections)) return
    const current = find(state.connection?.id)
    // Only a tab that had nothing to choose from follows a sign-in elsewhere: no tab changes its account by itself.
    const next = at(current ?? (state.connections.length > 0 ? null : find(idIn(device))))
    set({ ...next, isKeyRefused: state.isKeyRefused && current?.key === state.connection?.key })
  }
  const remove = (id: string) => {
    for (const store of [tab, device])
      if (id === everyKey || idIn(store) === id) writeStored(store, currentKey, store === tab ? '' : null)
    isNoted = keys.signOut(id)
    reload()
    notifyOtherTabs(id)
  }

  return {
    service,
    keys,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    switchTo: (id) => {
      if (find(id) === null) return
      for (const store of [tab, device]) writeStored(store, currentKey, id)
      set(at(find(id)))
    },
    signOut: () => {
      if (state.connection !== null) remove(state.connection.id)
    },
    remove,
    removedElsewhere: (id) => {
      keys.drop(id, ['page', 'tab'])
      reload()
    },
    refuseKey: (id, key) => {
      if (state.connection?.id === id && state.connection.key === key && !state.isKeyRefused)
        set({ ...state, isKeyRefused: true })
    },
    keepRefusedKey: () => {
      set({ ...state, isKeyRefused: false })
    },
    keyOf: (id) => state.connections.find((one) => one.id === id)?.key ?? '',
    isNoted: () => isNoted,
    reload,
  }
}
