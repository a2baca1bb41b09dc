import { useEffect, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { type ActivityEntry, activityRecorded, recallActivity } from '#storage/activity.ts'

/** Other tabs write too, and tell nobody. */
const refreshEveryMs = 5000

interface ActivityRecord {
  /** Newest first. */
  entries: readonly ActivityEntry[]
  /** When it was read, in milliseconds since the epoch. */
  readAt: number
}

/** What was done and seen on the account in use; null while it is being read. */
export const useActivity = (): ActivityRecord | null => {
  const { connectionId, now } = useApi()
  const [record, setRecord] = useState<ActivityRecord | null>(null)

  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const entries = await recallActivity(connectionId)
      if (isCurrent) setRecord({ entries, readAt: now() })
    }
    void read()
    const timer = setInterval(() => void read(), refreshEveryMs)
    const stop = activityRecorded.listen((grown) => {
      if (grown === connectionId) void read()
    })
    return () => {
      isCurrent = false
      clearInterval(timer)
      stop()
    }
  }, [connectionId, now])
  return record
}
