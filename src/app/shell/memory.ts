import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { recordActivity, recordSightings } from '#storage/activity.ts'
import { rememberNames } from '#storage/known-names.ts'
import { statesSeen } from '#storage/states-seen.ts'
import { operationActivity, changesBetween } from '#model/activity.ts'
import { seeStates } from '#model/state-since.ts'
import { useOperations } from '#operations/operations-context.ts'

import { listenToFleet } from './fleet-readings.ts'

/**
 * Remembers in this browser what passes by: which uuid has which name, what changed between two readings of the fleet, since when
 * an instance is in its state, and which acts were carried out. Names and words only; never a request body, which may hold secrets. It draws nothing.
 */
const Memory = (): null => {
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const queries = useQueryClient()

  useEffect(() => {
    let since = now()
    const seen = statesSeen.of(connectionId)
    const stopReading = listenToFleet(queries, connectionId, (instances, before) => {
      const at = now()
      void rememberNames(connectionId, instances, at)
      const states = seeStates(seen.read(), instances, at)
      if (states !== seen.read()) seen.write(states)
      const changes = before === null ? [] : changesBetween(before, instances)
      if (changes.length > 0) void recordSightings(connectionId, changes, { since, at })
      since = at
    })
    const stopActing = operations.follow('activity', ({ operation: { request, status, answeredAt } }) => {
      if (status !== 'accepted') return
      const { uuid, name } = request
      void recordActivity(connectionId, [
        { uuid, name, text: operationActivity(request), at: answeredAt ?? now(), kind: 'did' },
      ])
    })
    return () => {
      stopReading()
      stopActing()
    }
  }, [connectionId, now, operations, queries])
  return null
}
export default Memory
