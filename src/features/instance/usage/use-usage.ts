import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/use-stats.ts'
import { DAY, SECOND } from '#lib/time.ts'
import { usageQuery } from '#storage/usage-query.ts'
import { fromStats, isPast, mergeSamples } from '#model/usage/usage.ts'

import { useNow } from '#page/use-now.ts'

/** A container's usage of the last day, read on every 3 s while `enabled`. */
export const useUsage = (uuid: string, enabled: boolean) => {
  const api = useApi()
  const { data, dataUpdatedAt, error, errorUpdatedAt } = useStats(uuid, enabled)
  const { data: stored = [] } = useQuery(usageQuery(api, uuid, DAY))
  const [openedAt] = useState(api.now)
  const now = useNow(10 * SECOND)

  // What was read before there was a recorder, or where it could not be loaded.
  const newest = data === undefined ? [] : [fromStats(data, dataUpdatedAt)]
  const soon = now + 10 * SECOND
  const history = mergeSamples(stored, newest, { now: soon, span: DAY })
  const latest = history.at(-1) ?? null
  return {
    history,
    latest,
    /** Why the newest reading failed; null when it did not. */
    error,
    /** When usage was last asked for, with or without success; the page's opening before that. Never ahead of the clock. */
    askedAt: Math.max(...[openedAt, latest?.at ?? 0, errorUpdatedAt].filter((at) => isPast(at, soon))),
  }
}
