import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { createBatch } from '#lib/batch.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { keepTryingOf } from '#operations/keep-trying.ts'
import type { Operation } from '#operations/operation.ts'
import { useOperations } from '#operations/operations-context.ts'
import type { Operations } from '#operations/operations.ts'
import { tabChannel } from '#session/tab-channel.ts'
import { useForgetting } from '#storage/forgotten.ts'
import { showToast } from '#ui/toast-store.ts'

/** The operations of a bulk run are told together. Milliseconds. */
const within = 200

/** Apart from the component, since the compiler knows no `import()`. */
const takeOver = async (operations: Operations, shared: unknown) => {
  const { readShared } = await import('#operations/stored-operations.ts')
  const accepted = readShared(shared)
  operations.restore(accepted)
  // A size asked for before must not take the place of one chosen since.
  for (const { operation } of accepted)
    for (const { request } of keepTryingOf(operations).supersede(operation.request))
      showToast({
        title: 'Keep trying has ended.',
        detail: `${request.name} was ${operationInfo(operation.request.action).done} in another tab.`,
      })
}

/**
 * Shows in each tab of an account what the service has accepted in another: a list may be read before it tells of that, and the
 * next one comes sooner for what is known to be on its way. Forgets here what was forgotten in another. It draws nothing.
 */
const OtherTabs = (): null => {
  const { connectionId, now } = useApi()
  const operations = useOperations()
  useForgetting(connectionId)
  useEffect(() => {
    const accepted = createBatch<Operation>((batch) => {
      const shared = batch.map(({ request, answeredAt }) => ({ request, answeredAt: answeredAt ?? now() }))
      tabChannel.send({ kind: 'accepted', connectionId, operations: shared })
    }, within)
    const stopTelling = operations.events.listen(({ operation }) => {
      if (operation.status === 'accepted') accepted.add(operation)
    })
    const stopHearing = tabChannel.listen((message) => {
      if (message.kind === 'accepted' && message.connectionId === connectionId)
        void takeOver(operations, message.operations).catch(() => undefined)
    })
    return () => {
      stopTelling()
      stopHearing()
      accepted.flush()
    }
  }, [connectionId, now, operations])
  return null
}
export default OtherTabs
