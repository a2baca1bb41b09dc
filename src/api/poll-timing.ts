import { onlineManager } from '@tanstack/react-query'

import type { Instance } from '#contract/instance.ts'
import { atPace, obeyed, pollDelay, type PollPace } from '#lib/poll-policy.ts'
import { SECOND } from '#lib/time.ts'

import { type ApiError, toApiError } from './api-error.ts'

/** The part of a React Query query that polling looks at. */
interface Polled {
  state: { error: ApiError | null }
}

/** One attempt to read, as its query function makes it. */
interface Reading<T> {
  /** The query's hash. */
  query: string
  /** How often the query failed so far, as React Query counts. */
  errors: number
  /** What the query shows now. */
  shown: () => readonly Instance[]
  /** Nobody presses for it: while the service asks to wait, it fails as before without asking. */
  isPatient?: boolean
  read: () => Promise<T>
}

/**
 * Knows what the poll policy needs: since when something has been on its way, and how often a query failed in a row. Facts are
 * taken where readings arrive (`reading`, `saw`); the delays only derive from them, since React Query asks for those at will.
 */
export interface PollTiming {
  /** Milliseconds that a query waits longer, since another tab reads the same; set by whoever knows of the other tabs. */
  lagOf: (query: Polled) => number
  /** Goes around each attempt to read. It rejects with `ApiError` and nothing else. */
  reading: <T>(attempt: Reading<T>) => Promise<T>
  /** Takes instances as they were read; `whole` says that these are all there are. */
  saw: (instances: readonly Instance[], whole: boolean) => void
  /**
   * Milliseconds until `query` is asked again, given the instances it shows; false for not now. `watched` is for the tab that goes
   * on looking while it is hidden.
   */
  delay: (query: Polled, instances: readonly Instance[], watched?: boolean) => number | false
  /** The same for usage, which has a pace of its own. */
  statsDelay: (query: Polled, interval: number) => number | false
  /** When what failed with this error, at `failedAt`, is asked again; null where it is not. In milliseconds since the epoch. */
  nextTry: (error: ApiError, failedAt: number) => number | null
}

interface PollTimingOptions {
  /** What the state table says: a state that will pass by itself. */
  isTransition: (state: string) => boolean
  /** Since when an accepted action waits to be seen, by uuid; in milliseconds since the epoch. */
  pendingSince: () => ReadonlyMap<string, number>
  now: () => number
  /** Nobody can see the page. */
  isHidden: () => boolean
  pace: () => PollPace
}

export const createPollTiming = ({
  isTransition,
  pendingSince,
  now,
  isHidden,
  pace,
}: PollTimingOptions): PollTiming => {
  let begun: ReadonlyMap<string, { state: string; since: number }> = new Map()
  /** By query: how often it had failed when it last succeeded. */
  const errorsBefore = new Map<string, number>()
  const failures = new WeakMap<ApiError, { inARow: number; at: number; shown: () => readonly Instance[] }>()
  /** By query: what its last reading failed with. */
  const lastFailure = new Map<string, ApiError>()

  /** When the newest transition of these instances began, as seen here; now for one that no reading told of yet. */
  const transitionSince = (instances: readonly Instance[]): number | null => {
    const pending = pendingSince()
    let newest: number | null = null
    for (const { uuid, state } of instances) {
      if (!isTransition(state) && !pending.has(uuid)) continue
      const known = begun.get(uuid)
      const since = pending.get(uuid) ?? (known?.state === state ? known.since : now())
      newest = Math.max(newest ?? since, since)
    }
    return newest
  }

  const waitFor = (error: ApiError | null, since: number | null, watched: boolean): number | false =>
    error?.isUnauthorized === true
      ? false
      : pollDelay({
          now: now(),
          transitionSince: since,
          failures: error === null ? 0 : (failures.get(error)?.inARow ?? 1),
          retryAfterMs: error?.retryAfter ?? null,
          hidden: isHidden(),
          offline: !onlineManager.isOnline(),
          pace: pace(),
          watched,
        })

  /** Milliseconds since the service refused with this error, however often it was told since. */
  const waitedSince = (error: ApiError): number => Math.abs(now() - (failures.get(error)?.at ?? now()))

  /** As `waitFor`, from now on: what was told to wait, and is shown anew meanwhile, does not wait from the beginning. */
  const waitOf = ({ state: { error } }: Polled, since: number | null, watched: boolean) => {
    const wait = waitFor(error, since, watched)
    const waited = error !== null && obeyed(error.retryAfter) > 0 ? waitedSince(error) : 0
    return wait && Math.max(SECOND, wait - waited)
  }

  const timing: PollTiming = {
    lagOf: () => 0,
    reading: async ({ query, errors, shown, isPatient, read }) => {
      const last = isPatient ? lastFailure.get(query) : undefined
      if (last !== undefined && waitedSince(last) < obeyed(last.retryAfter)) throw last
      try {
        const answer = await read()
        errorsBefore.set(query, errors)
        lastFailure.delete(query)
        return answer
      } catch (reason) {
        const error = toApiError(reason)
        lastFailure.set(query, error)
        failures.set(error, { inARow: errors + 1 - (errorsBefore.get(query) ?? 0), at: now(), shown })
        throw error
      }
    },
    saw: (instances, whole) => {
      const next = new Map(whole ? [] : begun)
      for (const { uuid, state } of instances) {
        const known = begun.get(uuid)
        if (!isTransition(state)) next.delete(uuid)
        else next.set(uuid, known?.state === state ? known : { state, since: now() })
      }
      begun = next
    },
    delay: (query, instances, watched = false) => {
      const wait = waitOf(query, transitionSince(instances), watched)
      return wait && wait + (watched ? 0 : timing.lagOf(query))
    },
    statsDelay: (query, interval) => {
      const { error } = query.state
      const usual = atPace(interval, pace()) + timing.lagOf(query)
      if (error === null) return usual
      const backedOff = waitOf(query, now(), false)
      return backedOff && Math.max(usual, backedOff)
    },
    nextTry: (error, failedAt) => {
      const wait = waitFor(error, transitionSince(failures.get(error)?.shown() ?? []), false)
      return wait === false ? null : failedAt + wait
    },
  }
  return timing
}
