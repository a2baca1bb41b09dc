import type { Stats } from '#contract/answers.ts'
import { createEmitter } from '#lib/emitter.ts'
import { DAY } from '#lib/time.ts'
import { recallSamples, rememberSample } from '#storage/usage-samples.ts'
import { fromStats } from '#model/usage.ts'

import { joined, type UsageHistory, withSample } from './usage-history.ts'

/** One container's usage as far as this browser saw it: what it remembers, and what is read while the page is open. */
export interface UsageRecord {
  history: () => UsageHistory
  subscribe: (listener: () => void) => () => void
  /** Adds what this browser remembers of the last day. */
  recall: (now: number) => Promise<void>
  /** Adds a reading, and keeps it for the next visit. */
  take: (stats: Stats, at: number) => Promise<void>
}

export const createUsageRecord = (connectionId: string, uuid: string): UsageRecord => {
  const changed = createEmitter<UsageHistory>()
  let history: UsageHistory = []
  let lastKept: number | null = null
  const set = (next: UsageHistory) => {
    if (next === history) return
    history = next
    changed.emit(next)
  }
  return {
    history: () => history,
    subscribe: changed.listen,
    recall: async (now) => {
      const remembered = await recallSamples(connectionId, uuid, now - DAY)
      if (remembered.length > 0) set(joined(remembered, history))
    },
    take: async (stats, at) => {
      const sample = fromStats(stats, at)
      set(withSample(history, sample))
      lastKept = await rememberSample(connectionId, uuid, sample, lastKept)
    },
  }
}
