import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import type { PendingAct } from '#api/pending-acts.ts'
import { showToast } from '#ui/toast-store.ts'

const outcomes: Record<PendingAct['act'], string> = {
  stop: 'has stopped. Its disk goes on costing.',
  restart: 'is running again.',
  delete: 'is deleted.',
}

/** Says when an accepted act has been seen to take effect, on whatever page one is by then. */
export const useOutcomes = (): void => {
  const { pendingActs } = useApi()
  useEffect(
    () =>
      pendingActs.confirmed.listen(({ name, act }) => {
        showToast({ tone: 'good', title: `${name} ${outcomes[act]}` })
      }),
    [pendingActs],
  )
}
