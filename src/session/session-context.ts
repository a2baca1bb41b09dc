import { createContext, useContext, useSyncExternalStore } from 'react'

import type { SessionState, SessionStore } from './session-store.ts'

/** How a key is told from another without showing it: its last four characters, if it is long enough to spare them. */
export const keyHint = (key: string): string => (key.length >= 12 ? `····${key.slice(-4)}` : '····')

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

/** An account whose key is here too, and the way to show it in this tab. */
export interface OtherConnection {
  id: string
  name: string
  /** The end of its key, to tell it by. */
  hint: string
  switchTo: () => void
}

/** The accounts that this tab could show and does not: "another key kept here may know it". */
export const useOtherConnections = (): readonly OtherConnection[] => {
  const store = useSessionStore()
  const { connections, connection } = useSession()
  return connections
    .filter(({ id }) => id !== connection?.id)
    .map(({ id, name, key }) => ({
      id,
      name,
      hint: keyHint(key),
      switchTo: () => {
        store.switchTo(id)
      },
    }))
}
