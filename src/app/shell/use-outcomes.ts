import { useEffect } from 'react'

import { useApi } from '#api/api-context.ts'
import { pendingStatus } from '#model/pending.ts'
import { showToast } from '#ui/toast-store.ts'

/** These are told as soon as they are accepted: a delete because nothing more comes of it, a closed port for the sake of its undo. */
const toldBefore: ReadonlySet<string> = new Set(['delete', 'closePort'])

/** Says when an accepted act has been seen to take effect, or to fail, on whatever page one is by then. */
export const useOutcomes = (): void => {
  const { pendingActs, now } = useApi()
  useEffect(
    () =>
      pendingActs.confirmed.listen(({ act, seen }) => {
        const { status, sentence } = pendingStatus(act, seen, now())
        if (status === 'failed') showToast({ tone: 'bad', title: sentence })
        else if (status === 'done' && !toldBefore.has(act.act)) showToast({ tone: 'good', title: sentence })
      }),
    [now, pendingActs],
  )
}
