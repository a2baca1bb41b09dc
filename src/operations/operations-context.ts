import { createContext, useContext, useSyncExternalStore } from 'react'

import type { Operation } from './operation.ts'
import type { Operations } from './operations.ts'

export const OperationsContext = createContext<Operations | null>(null)

/** Throws outside of a signed-in page: a programming error. */
export const useOperations = (): Operations => {
  const operations = useContext(OperationsContext)
  if (operations === null) throw new Error('useOperations needs an OperationsContext above it')
  return operations
}

/** The newest operation on an instance as a whole that is under way or unconfirmed. */
export const useOperation = (uuid: string): Operation | undefined => {
  const operations = useOperations()
  return useSyncExternalStore(operations.subscribe, () => operations.current(uuid))
}
