import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'

import { type AcceptedAct, ApiContext } from '#api/api-context.ts'
import { ApiError } from '#api/api-error.ts'
import { createClient } from '#api/client.ts'
import { createHttp, type Http } from '#api/http.ts'
import { keys } from '#api/keys.ts'
import { createPendingActs } from '#api/pending-acts.ts'
import { createPollWatch } from '#api/poll-watch.ts'
import { createEmitter } from '#lib/emitter.ts'
import { createGate } from '#lib/gate.ts'
import { systemClock } from '#lib/time.ts'
import { pollPace } from '#storage/polling.ts'
import { isTransition } from '#model/states.ts'
import { useSessionStore } from '#session/session-context.ts'
import type { SessionStore } from '#session/session-store.ts'
import { tabChannel } from '#session/tab-channel.ts'

/**
 * Requests with the key of one account, also while they outlast a switch to another; a refusal is asked about for that key only.
 */
const accountHttp = (session: SessionStore, connectionId: string): Http => {
  const http = createHttp({
    fetch: (...request) => fetch(...request),
    baseUrl: '/api',
    getKey: () => session.keyOf(connectionId),
    now: systemClock.now,
  })
  return async (...request) => {
    const key = session.keyOf(connectionId)
    try {
      return await http(...request)
    } catch (error) {
      if (error instanceof ApiError && error.isUnauthorized) session.refuseKey(connectionId, key)
      throw error
    }
  }
}

/** The API of one account for everything below. Remount it (by `key`) for another account: nothing is shared between two. */
export const ApiProvider = ({ connectionId, children }: { connectionId: string; children: ReactNode }) => {
  const session = useSessionStore()
  const queries = useQueryClient()
  const [api] = useState(() => {
    const pendingActs = createPendingActs()
    return {
      connectionId,
      client: createClient(accountHttp(session, connectionId)),
      pendingActs,
      accepted: createEmitter<AcceptedAct>(),
      pollWatch: createPollWatch({
        isTransition,
        pendingSince: () => new Map(pendingActs.current().map(({ uuid, since }) => [uuid, since])),
        now: systemClock.now,
        isHidden: () => document.visibilityState === 'hidden',
        pace: pollPace.read,
      }),
      statsGate: createGate(4),
      now: systemClock.now,
    }
  })

  useEffect(() => {
    const stopListening = tabChannel.listen((message) => {
      if (message.kind === 'changed' && message.connectionId === connectionId)
        void queries.invalidateQueries({ queryKey: keys.list(connectionId) })
    })
    const stopTelling = api.accepted.listen(() => {
      tabChannel.tell({ kind: 'changed', connectionId })
    })
    return () => {
      stopListening()
      stopTelling()
    }
  }, [api, connectionId, queries])

  return <ApiContext value={api}>{children}</ApiContext>
}
