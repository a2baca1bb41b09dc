import type { QueryClient } from '@tanstack/react-query'

import type { Client } from '#api/client.ts'
import { keys } from '#api/cache.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { afterPaint } from '#lib/after-paint.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { createOperations, type Operations } from './operations.ts'
import { storedName, tabStore } from './operations-store.ts'
import { createRefresh, createSend } from './send.ts'

interface AccountOptions {
  connectionId: string
  client: Client
  queries: QueryClient
  /** Why this browser does not send a request (a lock on the instance), as a sentence. */
  blockedReason: (request: OperationRequest) => string | undefined
  /** Something may have changed: the other tabs read it again too. */
  onRefresh: () => void
  now: () => number
}

/**
 * Hands each answered reading of the account's instances to its operations; what the app itself puts into the cache is none. Returns how
 * to stop.
 */
const followReadings = (queries: QueryClient, connectionId: string, operations: Operations): (() => void) => {
  const listHash = JSON.stringify(keys.list(connectionId))
  const [, details] = keys.details(connectionId)
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return
    const { queryHash, queryKey } = event.query
    if (queryHash === listHash) {
      const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
      // A row that could not be read may be the one that seems to be missing.
      if (list !== undefined) operations.settle(list.instances, list.unreadable === 0)
    } else if (queryKey[0] === connectionId && queryKey[1] === details) {
      const instance = queries.getQueryData<Instance>(queryKey)
      if (instance !== undefined) operations.settle([instance], false)
    }
  })
}

/** The operations of one account. They go on while another account is shown, and what became of them is told on the way back. */
export const openAccountOperations = (options: AccountOptions) => {
  const { connectionId, queries, now, blockedReason, onRefresh } = options
  const read = createRefresh(options)
  let isForgotten = false
  const operations = createOperations({
    send: createSend(options),
    refresh: (requests) => {
      read(requests)
      onRefresh()
    },
    blockedReason: (request) => (isForgotten ? 'Signed out.' : blockedReason(request)),
    now,
  })
  const stopFollowing = followReadings(queries, connectionId, operations)
  // Apart, and after the first rows. Where it does not come it is asked for again with the next reading, or step of an operation.
  // What the page before lost by being left is told by when this one opened, however late the file comes.
  const openedAt = now()
  let stored: Promise<void> | null = null
  const load = () => {
    if (isForgotten) return
    stored ??= import('./stored-operations.ts').then(
      ({ keepStored }) => keepStored(connectionId, operations, openedAt, () => isForgotten),
      () => {
        stored = null
      },
    )
  }
  queries.getQueryCache().subscribe(({ type, query }) => {
    const { status, fetchFailureCount, fetchStatus } = query.state
    // A list that is tried again, or waits for the network, keeps nothing else waiting.
    const isAnswered = status !== 'pending' || fetchFailureCount > 0 || fetchStatus === 'paused'
    if (type === 'updated' && query.queryKey[0] === connectionId && isAnswered && stored === null)
      void afterPaint().then(load)
  })
  operations.subscribe(load)
  return {
    operations,
    /**
     * Its key is gone from this browser, and what was done with it goes too. Nothing of it is sent or stored any more, not even with the
     * same key entered anew.
     */
    forget: async () => {
      isForgotten = true
      // At once: stored-operations.ts may not be here yet, and what is stored later may be of the key entered anew.
      tabStore.removeItem(storedName(connectionId))
      stopFollowing()
      operations.holdBack({ id: 0, operationIds: operations.all().map(({ id }) => id) })
      operations.forgetSteps()
      // Where that cannot be loaded, nothing is tried.
      const file = await import('./keep-trying.ts').catch(() => null)
      file?.keepTryingOf(operations).cancelAll()
    },
  }
}
