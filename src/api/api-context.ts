import { createContext, useContext } from 'react'

import type { createLimiter } from '#lib/limiter.ts'
import type { ServiceDate } from '#model/ledger/clock.ts'

import type { Client } from './client.ts'
import type { PollTiming } from './poll-timing.ts'

/** What every hook of this folder needs: whose data it is, how to ask for it, and when to ask again. */
export interface Api {
  /** Names the account in query keys; never the credential. */
  connectionId: string
  client: Client
  pollTiming: PollTiming
  /** Keeps a fleet's usage readings from crowding out everything else. */
  statsLimiter: ReturnType<typeof createLimiter>
  /** Milliseconds since the epoch, by the clock of this computer. */
  now: () => number
  /** The `Date` of the service's last answer, and when it came by `now`; see model/ledger/clock.ts. */
  serviceDate: () => ServiceDate | null
}

export const ApiContext = createContext<Api | null>(null)

/** Throws outside of a signed-in page: a programming error. */
export const useApi = (): Api => {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi needs an ApiContext above it')
  return api
}
