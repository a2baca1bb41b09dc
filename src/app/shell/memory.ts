import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { lastFleetOf } from '#features/fleet/last-rows.ts'
import { createBatch } from '#lib/batch.ts'
import { SECOND } from '#lib/time.ts'
import { askedOf, changesBetween } from '#model/activity/changes.ts'
import type { RecordEntry } from '#model/activity/record.ts'
import { isBillingAction } from '#model/instance/actions.ts'
import { seeStates } from '#model/instance/state-since.ts'
import { createLedgerClock } from '#model/ledger/clock.ts'
import { useOperations } from '#operations/operations-context.ts'
import { useSessionStore } from '#session/session-context.ts'
import { tabChannel } from '#session/tab-channel.ts'
import { recordActivity, recordSightings } from '#storage/activity.ts'
import { watchForgetting } from '#storage/forgotten.ts'
import { statesSeen } from '#storage/instances.ts'
import { createNameRecorder } from '#storage/known-names.ts'
import { hasLastFleet, writeLastFleet } from '#storage/last-fleet.ts'
import { createLedgerRecorder } from '#storage/ledger-recorder.ts'
import { fleetPreferences } from '#storage/preferences.ts'
import {
  everyAccount,
  type StoredChange,
  storedChanged,
  storedKey,
  storedParts,
} from '#storage/stored-parts.ts'
import { recordUsage } from '#storage/usage-samples.ts'

import { listenToFleet, listenToLists } from './fleet-readings.ts'

/**
 * Takes down in this browser's ledger what each answered list says of states and rates, and each operation that changes what is billed. It draws
 * nothing.
 */
export const RecordCosts = (): null => {
  const { connectionId, now, serviceDate } = useApi()
  const operations = useOperations()
  const queries = useQueryClient()

  useEffect(() => {
    const clock = createLedgerClock(serviceDate)
    const recorder = createLedgerRecorder(connectionId, () => clock(now()))
    const list = () => queries.getQueryData<InstanceList>(keys.list(connectionId))

    const onHidden = () => {
      if (document.visibilityState === 'hidden') recorder.flush()
    }
    const stopLooking = listenToLists(queries, connectionId, ({ instances, unreadable }, at) => {
      recorder.sight({ at: clock(at).now, instances, complete: unreadable === 0 })
    })
    const known = new Map<string, Instance>()
    const stopListening = operations.follow('ledger', ({ operation: { request, status, answeredAt } }) => {
      const { action, uuid } = request
      if (!isBillingAction(action)) return
      // By the time a delete is accepted the list no longer has it.
      const instance = list()?.instances.find((row) => row.uuid === uuid) ?? known.get(uuid)
      if (status === 'requested' && instance !== undefined) known.set(uuid, instance)
      if (status === 'accepted' && instance !== undefined)
        recorder.action(action, instance, clock(answeredAt ?? now()).now)
      if (status !== 'requested') known.delete(uuid)
    })
    document.addEventListener('visibilitychange', onHidden)
    // What waits is asked for now; in a page of the back/forward cache it is written when that comes back.
    globalThis.addEventListener('pagehide', recorder.flush, { capture: true })
    return () => {
      stopLooking()
      stopListening()
      document.removeEventListener('visibilitychange', onHidden)
      globalThis.removeEventListener('pagehide', recorder.flush, { capture: true })
      recorder.flush()
    }
  }, [connectionId, now, operations, queries, serviceDate])
  return null
}

/**
 * Stores in this browser what passes by: each usage reading, which uuid has which name, what changed between two readings of the
 * fleet, its first rows, since when an instance is in its state, and which operations were accepted or refused. Never a request body, which
 * may hold secrets. What is written, by this tab or another, is read again where it is shown. It draws nothing.
 */
const Memory = (): null => {
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const queries = useQueryClient()
  const session = useSessionStore()

  useEffect(() => {
    const readAgain = ({
      connectionId: changed,
      part,
    }: Pick<StoredChange, 'connectionId'> & { part: string }) => {
      if (changed !== connectionId && changed !== everyAccount) return
      const known = storedParts.find((one) => one === part)
      if (known === undefined) return
      for (const shown of [known, 'counts'] as const)
        void queries.invalidateQueries({ queryKey: storedKey(connectionId, shown) })
    }
    const stopFollowing = storedChanged.listen((change) => {
      // How the database is, each tab finds out by itself.
      if (change.part !== 'counts') tabChannel.send({ kind: 'stored', ...change })
      readAgain(change)
    })
    const stopHearing = tabChannel.listen((message) => {
      if (message.kind !== 'stored') return
      readAgain(message)
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
      // The note of another tab that the account is forgotten may come later than its sign-out.
      if (session.state().connections.some(({ id }) => id === connectionId)) names.flush()
    }
  }, [connectionId, queries, session])

  useEffect(() => {
    let shown: readonly Instance[] | null = null
    const write = () => {
      // A key that is gone took them along.
      const place = session.state().connections.find(({ id }) => id === connectionId)?.storedIn
      if (shown !== null && place !== undefined)
        writeLastFleet(connectionId, place, lastFleetOf(shown, fleetPreferences.read()))
    }
    const batch = createBatch(write, 5 * SECOND)
    const stopReading = listenToFleet(queries, connectionId, (instances) => {
      shown = instances
      batch.add(null)
    })
    // What was forgotten meanwhile stays so.
    const writeAgain = () => {
      if (hasLastFleet(connectionId)) write()
    }
    const onVisibility = () => {
      if (document.visibilityState !== 'hidden') return
      batch.flush()
      // That the browser blocks storage may be known only by now.
      writeAgain()
    }
    const stopFollowing = fleetPreferences.subscribe(writeAgain)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stopReading()
      stopFollowing()
      document.removeEventListener('visibilitychange', onVisibility)
      batch.flush()
      shown = null
    }
  }, [connectionId, queries, session])

  useEffect(() => {
    let since = now()
    const isForgotten = watchForgetting()
    const seen = statesSeen.of(connectionId)
    const stopReading = listenToFleet(queries, connectionId, (instances, before, lookedAt) => {
      const at = now()
      const states = seeStates(seen.read(), instances, at)
      if (states !== seen.read() && !isForgotten(connectionId)) seen.write(states)
      const changes = before === null ? [] : changesBetween(before, instances)
      if (changes.length > 0)
        void recordSightings(connectionId, changes, { since, lookedAt, at }, isForgotten)
      since = at
    })
    let lastFailure: string | null = null
    const acted = createBatch<RecordEntry>(
      (entries) => void recordActivity(connectionId, entries, isForgotten),
      200,
    )
    const refused = new Set<number>()
    const stopActing = operations.follow(
      'activity',
      ({ operation: { id, request, status, answeredAt, error } }) => {
        const { uuid, name, action } = request
        // What became of a create whose answer was lost is found out by its name.
        const isLost = status === 'unknown' && action !== 'create'
        const isRefused = status === 'rejected'
        if (isRefused) refused.add(id)
        // A later reading may show that it was carried out all the same.
        const isAccepted = status === 'accepted' || (status === 'confirmed' && refused.delete(id))
        if (!isAccepted && !isRefused && !isLost) return
        // One that is tried again and again is refused once.
        const failure = isAccepted ? null : `${action} ${uuid} ${name} ${error?.status ?? ''}`
        if (failure !== null && failure === lastFailure) return
        lastFailure = failure
        const asked = askedOf(request, isAccepted ? undefined : isLost ? 0 : (error?.status ?? 0))
        acted.add({ uuid, name, asked, at: answeredAt ?? now(), kind: 'did' })
      },
    )
    // As above, for what is not written yet.
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
