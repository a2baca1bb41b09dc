import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/keys.ts'
import type { InstanceList } from '#contract/instance.ts'
import { createLedgerRecorder } from '#storage/ledger-recorder.ts'

/**
 * Takes down in this browser's ledger what each answered list says of states and rates, and each act that changes what is billed.
 * Only what the service answered is a sighting, not what the app puts into its cache meanwhile. It draws nothing.
 */
const LedgerRecorder = (): null => {
  const { connectionId, accepted, now } = useApi()
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
    const stopListening = accepted.listen(({ act, uuid }) => {
      const instance = list()?.instances.find((row) => row.uuid === uuid)
      const isBilling = act === 'stop' || act === 'restart' || act === 'delete'
      if (isBilling && instance !== undefined) recorder.act(act, instance, now())
    })
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      stopLooking()
      stopListening()
      document.removeEventListener('visibilitychange', onVisibility)
      recorder.flush()
    }
  }, [accepted, connectionId, now, queries])
  return null
}
export default LedgerRecorder
