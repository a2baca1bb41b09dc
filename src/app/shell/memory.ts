import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/keys.ts'
import type { InstanceList } from '#contract/instance.ts'
import { recordActivity } from '#local/activity.ts'
import { rememberNames } from '#local/known-names.ts'
import { actText, changesBetween } from '#model/activity.ts'

/**
 * Remembers in this browser what passes by: which uuid has which name, what changed between two readings of the fleet, and which
 * acts were carried out. Names and words only; never a request body, which may hold secrets. It draws nothing.
 */
const Memory = (): null => {
  const { connectionId, accepted, now } = useApi()
  const queries = useQueryClient()

  useEffect(() => {
    const listHash = JSON.stringify(keys.list(connectionId))
    let last = queries.getQueryData<InstanceList>(keys.list(connectionId))?.instances

    const look = (instances: InstanceList['instances']) => {
      if (instances === last) return
      void rememberNames(connectionId, instances, now())
      const changes = last === undefined ? [] : changesBetween(last, instances)
      last = instances
      if (changes.length > 0)
        void recordActivity(
          connectionId,
          changes.map(({ uuid, name, text }) => ({ uuid, name, text, at: now(), kind: 'saw' })),
        )
    }
    if (last !== undefined) void rememberNames(connectionId, last, now())

    const stopReading = queries.getQueryCache().subscribe(({ type, query }) => {
      if (type !== 'updated' || query.queryHash !== listHash) return
      const list = queries.getQueryData<InstanceList>(keys.list(connectionId))
      if (list !== undefined) look(list.instances)
    })
    const stopActing = accepted.listen(({ act, uuid, name }) => {
      void recordActivity(connectionId, [{ uuid, name, text: actText(act), at: now(), kind: 'did' }])
    })
    return () => {
      stopReading()
      stopActing()
    }
  }, [accepted, connectionId, now, queries])
  return null
}
export default Memory
