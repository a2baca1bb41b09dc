import { createContext, useContext, useSyncExternalStore } from 'react'

import type { Capacity, CapacitySize } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'
import { createEmitter } from '#lib/emitter.ts'
import type { BillingAction } from '#model/instance/actions.ts'

import type { BulkRun } from './operation.ts'
import type { Operations } from './operations.ts'

/** What a page, a row or the palette asks for; everything but a restart opens a dialog first. */
export type ActionRequest =
  | { action: 'stop' | 'rename' | 'delete' | 'restart'; instance: Instance }
  | {
      action: 'resize'
      instance: Instance
      /** Filled in instead of the present size. */ size?: CapacitySize
    }
  /** A restart that found no room. */
  | { action: 'noCapacity'; instance: Instance; capacity: Capacity }
  /** One action on several instances; with a run, how that goes on. */
  | { action: 'bulk'; bulk: BillingAction; instances: readonly Instance[] }
  | { action: 'bulkRun'; bulk: BillingAction; run: BulkRun }

/** Where actions are asked for: the dialogs of all of them are in one place, and outlive the page, row or menu that asked. */
export interface ActionRequests {
  ask: (request: ActionRequest) => void
  /** The request whose dialog is open. */
  current: () => ActionRequest | null
  close: () => void
  subscribe: (listener: () => void) => () => void
}

export const createActionRequests = (operations: Operations): ActionRequests => {
  const changed = createEmitter<undefined>()
  let current: ActionRequest | null = null
  const set = (next: ActionRequest | null) => {
    current = next
    changed.emit(undefined)
  }
  return {
    ask: (request) => {
      if (request.action !== 'restart') {
        set(request)
        return
      }
      // Sent without asking, since a stop undoes it.
      const { uuid, name } = request.instance
      operations.run({ action: 'restart', uuid, name })
    },
    current: () => current,
    close: () => set(null),
    subscribe: changed.listen,
  }
}

export const ActionRequestsContext = createContext<ActionRequests | null>(null)

export const useActionRequests = (): ActionRequests => {
  const requests = useContext(ActionRequestsContext)
  if (requests === null) throw new Error('useActionRequests needs an ActionRequestsContext above it')
  return requests
}

/** How to ask for an action; the same function for as long as the account is shown. */
export const useAsk = (): ActionRequests['ask'] => useActionRequests().ask

/** The request whose dialog is open. */
export const useCurrentRequest = (): ActionRequest | null => {
  const requests = useActionRequests()
  return useSyncExternalStore(requests.subscribe, requests.current)
}
