import { useEffect, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { type ActivityEntry, activityRecorded, recallActivity } from '#storage/activity.ts'

/**
 * What this browser did to an instance and saw of it, newest first; null until it has looked. It looks again when something has
 * been written down.
 */
export const useInstanceActivity = (uuid: string): ActivityEntry[] | null => {
  const { connectionId } = useApi()
  const [entries, setEntries] = useState<ActivityEntry[] | null>(null)

  useEffect(() => {
    let isLeft = false
    const look = async () => {
      const found = await recallActivity(connectionId)
      if (!isLeft) setEntries(found.filter((entry) => entry.uuid === uuid))
    }
    void look()
    const stop = activityRecorded.listen(() => void look())
    return () => {
      isLeft = true
      stop()
    }
  }, [connectionId, uuid])
  return entries
}
