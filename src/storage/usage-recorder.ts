import type { Query, QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'

import { statsAnswer } from '#contract/answers.ts'
import { fromStats, SAMPLE_SPACING } from '#model/usage/usage.ts'

import { storedKey } from './stored-parts.ts'
import { storeSamples, type UsageOf } from './usage-samples.ts'

/**
 * Records each usage reading of an account once, whoever made it, by following the cache of queries: appends it to what views show
 * and stores it, some of a fast pace left out. `write` is the store's. Returns how to stop.
 */
export const recordUsage = (
  queries: QueryClient,
  connectionId: string,
  now: () => number,
  write: typeof storeSamples = storeSamples,
): (() => void) => {
  const storedAt = new Map<string, number>()
  let waiting: UsageOf[] = []
  let isWriting = false

  /** What comes while a write is under way is written together after it: a fleet's readings are not a transaction each. */
  const flush = async () => {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(connectionId, batch, now())
    }
    isWriting = false
  }

  const take = ({ meta, state, queryKey }: Query) => {
    const uuid = meta?.usageOf
    if (uuid === undefined || queryKey[0] !== connectionId || state.data === undefined) return
    const { success, data } = z.safeParse(statsAnswer, state.data)
    if (!success) return
    const sample = fromStats(data, state.dataUpdatedAt)
    queries.setQueriesData({ queryKey: storedKey(connectionId, 'usage', uuid) }, [sample])
    const before = storedAt.get(uuid)
    if (before !== undefined && Math.abs(sample.at - before) < SAMPLE_SPACING) return
    // The clock was ahead and is put right: what views let go of as too old meanwhile is still stored.
    if (before !== undefined && sample.at < before)
      void queries.invalidateQueries({ queryKey: storedKey(connectionId, 'usage', uuid) })
    storedAt.set(uuid, sample.at)
    waiting.push({ uuid, sample })
    void flush()
  }

  for (const query of queries.getQueryCache().findAll({ queryKey: [connectionId] })) take(query)
  return queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.action.manual !== true)
      take(event.query)
  })
}
