import { keyHint, useSession, useSessionStore } from './session-context.ts'

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
