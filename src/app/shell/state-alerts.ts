import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { MOST_STATES_NOTIFIED, type StoredStates } from '#storage/notified.ts'

import { alertsBetween, type InstanceAlert } from './alert.ts'

/** What was notified longer ago than this (ms) is not gone on from: nobody wants yesterday's changes when they come back. */
const goesOnFor = 5 * MINUTE
/** Milliseconds after which it is written again that nothing changed: well below that, and as often as a hidden tab looks. */
const writeEvery = MINUTE

/**
 * Finds the alerts in each list that is read. The states that were notified are stored, so that a tab that takes over goes on from
 * them: it repeats nothing and misses nothing.
 */
export const createStateAlerts = (stored: StoredStates, now: () => number) => {
  let last: readonly Instance[] | null = null
  let written: ReturnType<StoredStates['read']> = null

  const write = (instances: readonly Instance[]) => {
    const states = instances.slice(0, MOST_STATES_NOTIFIED).map(({ uuid, state }) => ({ uuid, state }))
    stored.write({ at: now(), states })
    written = stored.read()
  }
  /** `readAt` is when the service returned the list (ms since the epoch). */
  return (instances: readonly Instance[], readAt: number): InstanceAlert[] => {
    const notified = stored.read()
    const isOwn = notified === written
    const isFresh = notified !== null && Math.abs(now() - notified.at) < goesOnFor
    // Another tab has notified of what came after this list.
    if (isFresh && !isOwn && readAt < notified.at) return []
    if (isOwn && instances === last) {
      if (notified !== null && now() - notified.at >= writeEvery) write(instances)
      return []
    }
    const before = isFresh ? notified.states : []
    const known = new Set(before.map(({ uuid }) => uuid))
    const alerts = alertsBetween(
      [...before, ...(last ?? []).filter(({ uuid }) => !known.has(uuid))],
      instances,
    )
    last = instances
    write(instances)
    return alerts
  }
}
