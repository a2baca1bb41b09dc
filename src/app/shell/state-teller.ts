import type { Instance } from '#contract/instance.ts'
import { MINUTE } from '#lib/time.ts'
import { MOST_STATES_TOLD, type StoredStates } from '#storage/notified.ts'

import { alertsBetween, type InstanceAlert } from './alert.ts'

/** What was told longer ago than this (ms) is no beginning to go on from: nobody wants yesterday's changes when they come back. */
const goesOnFor = 5 * MINUTE
/** Milliseconds after which it is written again that nothing changed: well below that, and as often as a hidden tab looks. */
const writeEvery = MINUTE

/**
 * Finds what is worth telling in each list that is read. What was told is stored, so that a tab that takes over knows it: it tells
 * nothing again, and all that changed since.
 */
export const createStateTeller = (stored: StoredStates, now: () => number) => {
  let last: readonly Instance[] | null = null
  let written: ReturnType<StoredStates['read']> = null

  const write = (instances: readonly Instance[]) => {
    const states = instances.slice(0, MOST_STATES_TOLD).map(({ uuid, state }) => ({ uuid, state }))
    stored.write({ at: now(), states })
    written = stored.read()
  }
  /** `readAt` is when the service returned the list (ms since the epoch). */
  return (instances: readonly Instance[], readAt: number): InstanceAlert[] => {
    const told = stored.read()
    const isOwn = told === written
    const isFresh = told !== null && Math.abs(now() - told.at) < goesOnFor
    // Another tab has told of what came after this list.
    if (isFresh && !isOwn && readAt < told.at) return []
    if (isOwn && instances === last) {
      if (told !== null && now() - told.at >= writeEvery) write(instances)
      return []
    }
    const before = isFresh ? told.states : []
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
