import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/keys.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { useOperations } from '#operations/operations-context.ts'
import { createLedgerRecorder } from '#storage/ledger-recorder.ts'

/**
 * Takes down in this browser's ledger what each answered list says of states and rates, and each act that changes what is billed.
 * Only what the service answered is a sighting, not what the app puts into its cache meanwhile. It draws nothing.
 */
const LedgerRecorder = (): null => {
  const { connectionId, now } = useApi()
  const operations = useOperations()
  const queries = useQueryClient()

  useEffect(() => {
    const key = keys.list(connectionId)
    const hash = JSON.stringify(key)
    const recorder = createLedgerRecorder(connectionId, now)
    const list = () => queries.getQueryData<InstanceList>(key)

    const look = () => {
      const answer = list()
      const at = queries.getQueryState(key)?.dataUpdatedAt
      if (answer === undefined || at === undefined) return
      recorder.sight({ at, instances: answer.instances, complete: answer.unreadable === 0 })
    }
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') recorder.flush()
    }

    look()
    const stopLooking = queries.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.query.queryHash !== hash) return
      if (event.action.type === 'success' && event.action.manual !== true) look()
    })
    const known = new Map<string, Instance>()
    const stopListening = operations.follow('ledger', ({ operation: { request, status, answeredAt } }) => {
      const { action, uuid } = request
      if (action !== 'stop' && action !== 'restart' && action !== 'delete') return
      // By the time a delete is accepted the list no longer has it.
      const instance = list()?.instances.find((row) => row.uuid === uuid) ?? known.get(uuid)
      if (status === 'requested' && instance !== undefined) known.set(uuid, instance)
      if (status === 'accepted' && instance !== undefined) recorder.act(action, instance, answeredAt ?? now())
      if (status !== 'requested') known.delete(uuid)
    })
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stopLooking()
      stopListening()
      document.removeEventListener('visibilitychange', onVisibility)
      recorder.flush()
    }
  }, [connectionId, now, operations, queries])
  return null
}
export default LedgerRecorder
