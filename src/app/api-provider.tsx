import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'

import { type AcceptedAct, ApiContext } from '#api/api-context.ts'
import { createClient } from '#api/client.ts'
import { createHttp } from '#api/http.ts'
import { keys } from '#api/keys.ts'
import { createPendingActs } from '#api/pending-acts.ts'
import { createPollWatch } from '#api/poll-watch.ts'
import { createEmitter } from '#lib/emitter.ts'
import { createGate } from '#lib/gate.ts'
import { systemClock } from '#lib/time.ts'
import { isTransition } from '#model/states.ts'
import { useSessionStore } from '#session/session-context.ts'
import { openTabChannel } from '#session/tab-channel.ts'

const channel = openTabChannel()

/** The API of one account for everything below. Remount it (by `key`) for another account: nothing is shared between two. */
export const ApiProvider = ({ connectionId, children }: { connectionId: string; children: ReactNode }) => {
  const session = useSessionStore()
  const queries = useQueryClient()
  const [api] = useState(() => {
    const pendingActs = createPendingActs()
    return {
      connectionId,
      client: createClient(
        createHttp({
          fetch: (...request) => fetch(...request),
          baseUrl: '/api',
          getKey: () => session.state().connection?.key ?? '',
          now: systemClock.now,
        }),
      ),
      pendingActs,
      accepted: createEmitter<AcceptedAct>(),
      pollWatch: createPollWatch({
        isTransition,
        pendingActs,
        now: systemClock.now,
        isHidden: () => document.visibilityState === 'hidden',
      }),
      statsGate: createGate(4),
      now: systemClock.now,
    }
  })

  useEffect(() => {
    const stopListening = channel.listen((message) => {
      if (message.kind === 'changed' && message.connectionId === connectionId)
        void queries.invalidateQueries({ queryKey: keys.list(connectionId) })
    })
    const stopWatching = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success')
        channel.tell({ kind: 'changed', connectionId })
    })
    return () => {
      stopListening()
      stopWatching()
    }
  }, [connectionId, queries])

  return <ApiContext value={api}>{children}</ApiContext>
}
