import { createContext, use, useSyncExternalStore } from 'react'

import type { SessionState, SessionStore } from './session-store.ts'

export const SessionContext = createContext<SessionStore | null>(null)

/** Throws outside of the app's providers: a programming error. */
export const useSessionStore = (): SessionStore => {
  const store = use(SessionContext)
  if (store === null) throw new Error('useSessionStore needs a SessionContext above it')
  return store
}

export const useSession = (): SessionState => {
  const store = useSessionStore()
  return useSyncExternalStore(store.subscribe, store.state)
}
