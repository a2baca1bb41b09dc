import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import type { PendingAct } from '#api/pending-acts.ts'
import { showToast } from '#ui/toast-store.ts'

/** A delete is told when it is answered: nothing more comes of it. */
const outcomes: Record<PendingAct['act'], string | null> = {
  stop: 'has stopped. Its disk goes on costing.',
  restart: 'is running again.',
  delete: null,
}

/** Says when an accepted act has been seen to take effect, on whatever page one is by then. */
export const useOutcomes = (): void => {
  const { pendingActs } = useApi()
  useEffect(
    () =>
      pendingActs.confirmed.listen(({ name, act }) => {
        const outcome = outcomes[act]
        if (outcome !== null) showToast({ tone: 'good', title: `${name} ${outcome}` })
      }),
    [pendingActs],
  )
}
