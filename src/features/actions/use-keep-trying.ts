import { useState, useSyncExternalStore } from 'react'

import { useApi } from '#api/api-context.ts'
import { formatCount } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { type Attempt, type KeepTrying, keepTryingOf, type TriedRequest } from '#operations/keep-trying.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useEvery } from '#page/use-now.ts'
import { useSessionStore } from '#session/session-context.ts'
import type { SessionStore } from '#session/session-store.ts'
import { showToast } from '#ui/toast-store.ts'

const ending = new WeakSet<KeepTrying>()

/** Ends what is tried once another account is shown, or none, and says so. */
const endWithAccount = (keepTrying: KeepTrying, session: SessionStore, connectionId: string): void => {
  if (ending.has(keepTrying)) return
  ending.add(keepTrying)
  const stop = session.subscribe(() => {
    if (session.state().connection?.id === connectionId) return
    stop()
    ending.delete(keepTrying)
    const ended = keepTrying.cancelAll().map(({ request: { name, action } }) => {
      const { done } = operationInfo(action)
      return `${name} was not ${done}.`
    })
    if (ended.length > 0)
      showToast({
        tone: 'bad',
        title: 'Keep trying has ended.',
        detail: `It goes on only while its account is open. ${ended.join(' ')}`,
      })
  })
}

/** "Next try in 24 s", counted down. */
export const useNextTryText = (nextAt: number | null): string =>
  useEvery(SECOND, () =>
    nextAt === null
      ? 'Trying now…'
      : `Next try in ${formatCount(Math.max(0, Math.ceil((nextAt - performance.now()) / SECOND)))} s`,
  )

/** What is asked for again, and how. */
interface Tried {
  request: TriedRequest
  attempt: Attempt
}

/** Something that is asked for again and again, as the place shows it where it was begun. */
export interface KeptTrying {
  id: number
  isOn: boolean
  /** When the next try is due, as `performance.now()` counts; null while one is under way. */
  nextAt: number | null
  /** Tries so far, without the one that found no room in the first place. */
  tries: number
  start: () => void
  /** Makes the next try without further waiting. */
  tryNow: () => void
  cancel: () => void
}

/**
 * Asks again and again for something that found no room, while this tab is open, wherever one goes in it. `what` is what it would be now;
 * null where there is nothing to send. `resumed` is shown if it is being tried already.
 */
export const useKeepTrying = (what: () => Tried | null, resumed?: TriedRequest): KeptTrying => {
  const keepTrying = keepTryingOf(useOperations())
  const session = useSessionStore()
  const { connectionId } = useApi()
  const [id, setId] = useState(() => (resumed === undefined ? undefined : keepTrying.find(resumed)?.id) ?? 0)
  const trying = useSyncExternalStore(keepTrying.subscribe, () => keepTrying.get(id))
  return {
    id,
    isOn: trying !== undefined,
    nextAt: trying?.nextAt ?? null,
    tries: trying?.tries ?? 0,
    start: () => {
      const tried = what()
      if (tried === null) return
      endWithAccount(keepTrying, session, connectionId)
      setId(keepTrying.start(tried.request, tried.attempt))
    },
    tryNow: () => keepTrying.tryNow(id),
    cancel: () => keepTrying.cancel(id),
  }
}
