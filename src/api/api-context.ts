import { createContext, useContext, useSyncExternalStore } from 'react'

import type { EndpointName } from '#contract/routes.ts'
import type { Emitter } from '#lib/emitter.ts'
import type { createGate } from '#lib/gate.ts'

import type { Client } from './client.ts'
import { isPortAct, type PendingActs, type PendingPort, type PendingWhole } from './pending-acts.ts'
import type { PollWatch } from './poll-watch.ts'

/** An act the service accepted, by name alone: nothing of the request, which may hold secrets. */
export interface AcceptedAct {
  act: EndpointName
  uuid: string
  name: string
}

/** What every hook of this room needs: whose data it is, how to ask for it, and what is still on its way. */
export interface Api {
  /** Names the account in query keys; never the credential. */
  connectionId: string
  client: Client
  pendingActs: PendingActs
  pollWatch: PollWatch
  /** Tells of every accepted act, for whoever keeps a record. */
  accepted: Emitter<AcceptedAct>
  /** Keeps a fleet's usage readings from crowding out everything else. */
  statsGate: ReturnType<typeof createGate>
  /** Milliseconds since the epoch. */
  now: () => number
}

export const ApiContext = createContext<Api | null>(null)

/** Throws outside of a signed-in page: a programming error. */
export const useApi = (): Api => {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiContext above it')
  return api
}

/** The accepted act on this instance whose effect has not been seen yet. */
export const usePendingAct = (uuid: string): PendingWhole | undefined => {
  const { pendingActs } = useApi()
  return useSyncExternalStore(pendingActs.subscribe, () =>
    pendingActs.current().find((act): act is PendingWhole => act.uuid === uuid && !isPortAct(act)),
  )
}

/** The same for its ports. */
export const usePendingPorts = (uuid: string): PendingPort[] => {
  const { pendingActs } = useApi()
  const acts = useSyncExternalStore(pendingActs.subscribe, pendingActs.current)
  return acts.filter(isPortAct).filter((act) => act.uuid === uuid)
}
