import { onlineManager } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'
import { atPace, pollDelay, type PollPace } from '#lib/poll-policy.ts'

import type { ApiError } from './api-error.ts'

/** The part of a React Query query that polling looks at. */
interface Polled {
  queryHash: string
  state: { error: ApiError | null; dataUpdatedAt: number; errorUpdatedAt: number; errorUpdateCount: number }
}

/** Remembers what the poll policy has to know between two polls: since when something has been on its way, how often it failed. */
export interface PollWatch {
  /**
   * Milliseconds until `query` is asked again, given the instances it shows; false for not now. `watched` is for the tab that goes
   * on looking while it is hidden.
   */
  delay: (query: Polled, instances: readonly Instance[], watched?: boolean) => number | false
  /** The same for usage, which has a pace of its own. */
  statsDelay: (query: Polled, interval: number) => number | false
  /** When what failed with this error is asked again, in milliseconds since the epoch; null where that is not known. */
  nextTry: (error: ApiError) => number | null
}

interface PollWatchOptions {
  /** What the state table says: a state that will pass by itself. */
  isTransition: (state: string) => boolean
  /** Since when something is under way on instances, by uuid (ms since the epoch). */
  pendingSince: () => ReadonlyMap<string, number>
  now: () => number
  /** Nobody can see the page. */
  isHidden: () => boolean
  pace: () => PollPace
}

export const createPollWatch = ({
  isTransition,
  pendingSince,
  now,
  isHidden,
  pace,
}: PollWatchOptions): PollWatch => {
  const begun = new Map<string, { state: string; since: number }>()
  const answered = new Map<string, { dataUpdatedAt: number; errors: number }>()
  const nextTries = new WeakMap<ApiError, number>()

  /** When the newest transition of these instances began, as seen here. */
  const transitionSince = (instances: readonly Instance[]): number | null => {
    const pending = pendingSince()
    let newest: number | null = null
    for (const { uuid, state } of instances) {
      const known = begun.get(uuid)
      const since = pending.get(uuid) ?? (known?.state === state ? known.since : now())
      if (isTransition(state) || pending.has(uuid)) {
        begun.set(uuid, { state, since })
        newest = Math.max(newest ?? since, since)
      } else if (known !== undefined) begun.delete(uuid)
    }
    return newest
  }

  /** Failures since the last answer. */
  const failures = ({ queryHash, state }: Polled): number => {
    const known = answered.get(queryHash)
    if (known?.dataUpdatedAt !== state.dataUpdatedAt) {
      const errors =
        state.errorUpdatedAt > state.dataUpdatedAt ? state.errorUpdateCount - 1 : state.errorUpdateCount
      answered.set(queryHash, { dataUpdatedAt: state.dataUpdatedAt, errors })
      return state.errorUpdateCount - errors
    }
    return state.errorUpdateCount - known.errors
  }

  const delay = (query: Polled, since: number | null, watched = false): number | false => {
    const { error, errorUpdatedAt } = query.state
    if (error?.isUnauthorized) return false
    const wait = pollDelay({
      now: now(),
      transitionSince: since,
      failures: failures(query),
      retryAfterMs: error?.retryAfter ?? null,
      hidden: isHidden(),
      offline: !onlineManager.isOnline(),
      pace: pace(),
      watched,
    })
    if (error !== null && wait !== false) nextTries.set(error, errorUpdatedAt + wait)
    return wait
  }

  return {
    delay: (query, instances, watched) => delay(query, transitionSince(instances), watched),
    statsDelay: (query, interval) => {
      const usual = atPace(interval, pace())
      if (query.state.error === null) return usual
      const backedOff = delay(query, now())
      return backedOff === false ? false : Math.max(usual, backedOff)
    },
    nextTry: (error) => nextTries.get(error) ?? null,
  }
}
