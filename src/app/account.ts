import { onlineManager, type QueryClient } from '@tanstack/react-query'

import type { Api } from '#api/api-context.ts'
import { ApiError } from '#api/api-error.ts'
import { createClient } from '#api/client.ts'
import { fetchOrTake } from '#api/early-list.ts'
import { createHttp, type Http } from '#api/http.ts'
import { keys } from '#api/cache.ts'
import { createPollTiming } from '#api/poll-timing.ts'
import { createLimiter } from '#lib/limiter.ts'
import { systemClock } from '#lib/time.ts'
import { lockReason } from '#model/instance/annotations.ts'
import type { OperationAction, OperationRequest } from '#model/instance/operation.ts'
import { isTransition } from '#model/instance/states.ts'
import type { ServiceDate } from '#model/ledger/clock.ts'
import { openAccountOperations } from '#operations/account-operations.ts'
import { createActionRequests } from '#operations/action-requests.ts'
import { isUnderWay } from '#operations/operation.ts'
import type { SessionStore } from '#session/session-store.ts'
import { tabChannel } from '#session/tab-channel.ts'
import { annotationsOf } from '#storage/annotations.ts'
import { pollPace } from '#storage/preferences.ts'

/**
 * Requests with the key of one account, also while they outlast a switch to another; an error of the key is asked about for that key only.
 * Once its key is gone nothing is sent, and an answer that comes then is nobody's: what it says, passwords included, gets into no cache.
 */
const accountHttp = (
  session: SessionStore,
  connectionId: string,
  onDate: (date: string | null, response: Response) => void,
): Http => {
  const http = createHttp({
    fetch: fetchOrTake,
    baseUrl: '/api',
    service: session.service,
    getKey: () => session.keyOf(connectionId),
    now: systemClock.now,
    onDate,
  })
  const keyNow = (): string => {
    const key = session.keyOf(connectionId)
    if (key === '') throw new ApiError({ kind: 'aborted', message: 'The request was cancelled.' })
    return key
  }
  return async (...request) => {
    const key = keyNow()
    try {
      const answer = await http(...request)
      keyNow()
      return answer
    } catch (error) {
      if (error instanceof ApiError && error.isUnauthorized) session.refuseKey(connectionId, key)
      throw error
    }
  }
}

/** A lock of this browser may have come after the dialog: it is looked at again when the request is about to be sent. */
const lockedReason =
  (connectionId: string) =>
  ({ action, uuid }: OperationRequest): string | undefined =>
    action === 'create' ? undefined : lockReason(annotationsOf(connectionId).read(), action, uuid)

const openAccount = (session: SessionStore, queries: QueryClient, connectionId: string) => {
  let serviceDate: ServiceDate | null = null
  const onDate = (date: string | null, response: Response) => {
    // Whoever gets an answer is online, whatever the browser was told.
    onlineManager.setOnline(true)
    if (date !== null) serviceDate = { date, at: response.arrivedAt ?? systemClock.now() }
  }
  const client = createClient(accountHttp(session, connectionId, onDate))
  const { operations, forget } = openAccountOperations({
    connectionId,
    client,
    queries,
    blockedReason: lockedReason(connectionId),
    onRefresh: () => tabChannel.send({ kind: 'changed', connectionId }),
    now: systemClock.now,
  })
  const api: Api = {
    connectionId,
    client,
    pollTiming: createPollTiming({
      isTransition,
      pendingSince: () =>
        new Map(
          operations
            .all()
            .filter((operation) => isUnderWay(operation) || operation.status === 'overdue')
            .map(({ request, answeredAt }) => [request.uuid, answeredAt ?? systemClock.now()]),
        ),
      now: systemClock.now,
      isHidden: () => document.visibilityState === 'hidden',
      pace: pollPace.read,
    }),
    statsLimiter: createLimiter(4),
    now: systemClock.now,
    serviceDate: () => serviceDate,
  }
  tabChannel.listen((message) => {
    if (message.kind !== 'changed' || message.connectionId !== connectionId) return
    void queries.invalidateQueries({ queryKey: keys.list(connectionId) })
    void queries.invalidateQueries({ queryKey: keys.details(connectionId) })
  })
  return { api, operations, requests: createActionRequests(operations), forget }
}
export type Account = ReturnType<typeof openAccount>

/** The accounts shown since the page was loaded: what is under way on one goes on while another is shown. */
export const createAccounts = (session: SessionStore, queries: QueryClient) => {
  const open = new Map<string, Account>()
  return {
    of: (connectionId: string): Account => {
      const account = open.get(connectionId) ?? openAccount(session, queries, connectionId)
      open.set(connectionId, account)
      return account
    },
    /** After its key was removed, here or in another tab. Returns the actions that the service has not answered yet. */
    forget: (connectionId: string): OperationAction[] => {
      const account = open.get(connectionId)
      const sent = account?.operations.all().filter(({ status }) => status === 'requested') ?? []
      void account?.forget()
      open.delete(connectionId)
      return sent.map(({ request }) => request.action)
    },
  }
}
export type Accounts = ReturnType<typeof createAccounts>
