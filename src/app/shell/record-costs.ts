import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { isBillingAction } from '#model/instance/actions.ts'
import { createLedgerClock } from '#model/ledger/clock.ts'
import { useOperations } from '#operations/operations-context.ts'
import { createLedgerRecorder } from '#storage/ledger-recorder.ts'

import { listenToLists } from './fleet-readings.ts'

/**
 * Takes down in this browser's ledger what each answered list says of states and rates, and each operation that changes what is billed. It draws
 * nothing.
 */
const RecordCosts = (): null => {
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
    // Before the database is closed for a page that goes into the back/forward cache.
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
export default RecordCosts
