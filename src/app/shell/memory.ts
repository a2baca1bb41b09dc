import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { createBatch } from '#lib/batch.ts'
import { recordActivity, recordSightings } from '#storage/activity.ts'
import { createNameRecorder } from '#storage/known-names.ts'
import { statesSeen } from '#storage/instances.ts'
import { storedChanged, storedKey, storedParts } from '#storage/stored-parts.ts'
import { recordUsage } from '#storage/usage-samples.ts'
import { askedOf, changesBetween } from '#model/activity/changes.ts'
import type { RecordEntry } from '#model/activity/record.ts'
import { seeStates } from '#model/instance/state-since.ts'
import { useOperations } from '#operations/operations-context.ts'
import { tabChannel } from '#session/tab-channel.ts'

import { listenToFleet, listenToLists } from './fleet-readings.ts'

/**
 * Stores in this browser what passes by: each usage reading, which uuid has which name, what changed between two readings of the
 * fleet, since when an instance is in its state, and which operations were accepted or refused. Never a request body, which
 * may hold secrets. What is written, by this tab or another, is read again where it is shown. It draws nothing.
 */
const Memory = (): null => {
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const queries = useQueryClient()

  useEffect(() => {
    const readAgain = (part: string) => {
      const known = storedParts.find((one) => one === part)
      if (known === undefined) return
      for (const shown of [known, 'counts'] as const)
        void queries.invalidateQueries({ queryKey: storedKey(connectionId, shown) })
    }
    const stopFollowing = storedChanged.listen((change) => {
      tabChannel.send({ kind: 'stored', ...change })
      if (change.connectionId === connectionId) readAgain(change.part)
    })
    const stopHearing = tabChannel.listen((message) => {
      if (message.kind === 'stored' && message.connectionId === connectionId) readAgain(message.part)
    })
    return () => {
      stopFollowing()
      stopHearing()
    }
  }, [connectionId, queries])

  useEffect(() => recordUsage(queries, connectionId, now), [connectionId, now, queries])

  useEffect(() => {
    const names = createNameRecorder(connectionId)
    const stopReading = listenToLists(queries, connectionId, ({ instances }, at) => {
      names.read(instances, at)
    })
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') names.flush()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stopReading()
      document.removeEventListener('visibilitychange', onVisibility)
      names.flush()
    }
  }, [connectionId, queries])

  useEffect(() => {
    let since = now()
    const seen = statesSeen.of(connectionId)
    const stopReading = listenToFleet(queries, connectionId, (instances, before, lookedAt) => {
      const at = now()
      const states = seeStates(seen.read(), instances, at)
      if (states !== seen.read()) seen.write(states)
      const changes = before === null ? [] : changesBetween(before, instances)
      if (changes.length > 0) void recordSightings(connectionId, changes, { since, lookedAt, at })
      since = at
    })
    let lastRefusal: string | null = null
    const acted = createBatch<RecordEntry>((entries) => void recordActivity(connectionId, entries), 200)
    const stopActing = operations.follow(
      'activity',
      ({ operation: { request, status, answeredAt, error } }) => {
        const { uuid, name, action } = request
        // What became of a create whose answer was lost is found out by its name.
        const isLost = status === 'unknown' && action !== 'create'
        if (status !== 'accepted' && status !== 'refused' && !isLost) return
        // One that is tried again and again is refused once.
        const refusal = status !== 'accepted' ? `${action} ${uuid} ${name} ${error?.status ?? ''}` : null
        if (refusal !== null && refusal === lastRefusal) return
        lastRefusal = refusal
        const asked = askedOf(request, status === 'accepted' ? undefined : isLost ? 0 : (error?.status ?? 0))
        acted.add({ uuid, name, asked, at: answeredAt ?? now(), kind: 'did' })
      },
    )
    // Before the database is closed for a page that is left.
    globalThis.addEventListener('pagehide', acted.flush, { capture: true })
    return () => {
      stopReading()
      stopActing()
      globalThis.removeEventListener('pagehide', acted.flush, { capture: true })
      acted.flush()
    }
  }, [connectionId, now, operations, queries])
  return null
}
export default Memory
