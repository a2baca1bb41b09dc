import { useEffect, useState, useSyncExternalStore } from 'react'

import { useApi } from '#api/api-context.ts'
import { useStats } from '#api/use-stats.ts'

import { createUsageRecord } from './usage-record.ts'

/** A container's usage, read on every 3 s while `enabled`. The uuid stays the same for as long as the component lives. */
export const useUsage = (uuid: string, enabled: boolean) => {
  const { connectionId, now } = useApi()
  const { data, dataUpdatedAt, error, errorUpdatedAt } = useStats(uuid, enabled)
  const [record] = useState(() => createUsageRecord(connectionId, uuid))
  const [openedAt] = useState(now)
  const history = useSyncExternalStore(record.subscribe, record.history)

  useEffect(() => void record.recall(now()), [record, now])
  useEffect(() => {
    if (data !== undefined) void record.take(data, dataUpdatedAt)
  }, [record, data, dataUpdatedAt])

  const latest = history.at(-1) ?? null
  return {
    history,
    latest,
    /** Why the newest reading failed; null when it did not. */
    error,
    /** When usage was last asked for, with or without success; the page's opening before that. */
    askedAt: Math.max(openedAt, latest?.at ?? 0, errorUpdatedAt),
  }
}
