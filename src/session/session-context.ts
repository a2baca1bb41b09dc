import { createContext, useContext, useSyncExternalStore } from 'react'

import type { SessionState, SessionStore } from './session-store.ts'

/** How a key is told from another without showing it: by its last four characters, if it is long enough to spare them. */
export const keyHint = (key: string): string => (key.length < 12 ? 'short key' : `key ····${key.slice(-4)}`)

export const SessionContext = createContext<SessionStore | null>(null)

/** Throws outside of the app's providers: a programming error. */
export const useSessionStore = (): SessionStore => {
  const store = useContext(SessionContext)
  if (store === null) throw new Error('useSessionStore needs a SessionContext above it')
  return store
}

export const useSession = (): SessionState => {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, store.state)
}
