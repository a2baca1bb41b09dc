import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'

import type { OperationRequest } from '#model/operation.ts'

import type { Operation } from './operation.ts'
import type { Operations, Send, Shown } from './operations.ts'

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

/** Every operation of the account that is still remembered, oldest first. */
export const useAllOperations = (): readonly Operation[] => {
  const operations = useOperations()
  return useSyncExternalStore(operations.subscribe, operations.all)
}

/** Says for as long as the caller is there that it shows this step of an operation itself. */
export const useShown = (id: number | null, what: Shown): void => {
  const operations = useOperations()
  useEffect(() => (id === null ? undefined : operations.show(id, what)), [id, operations, what])
}

/**
 * Asks for things one after the other, and follows the last of them for as long as the caller is there; after that, its outcome is told
 * elsewhere.
 */
export const useRun = () => {
  const operations = useOperations()
  const [id, setId] = useState<number | null>(null)
  const operation = useSyncExternalStore(operations.subscribe, () =>
    id === null ? undefined : operations.get(id),
  )
  useShown(id, 'answer')
  return {
    operation,
    isPending: operation?.status === 'queued' || operation?.status === 'requested',
    error: operation?.error ?? null,
    run: (request: OperationRequest, send?: Send): Promise<Operation> => {
      const asked = operations.run(request, send)
      setId(asked.id)
      return asked.answered
    },
  }
}
