import { useApi, usePendingAct } from '#api/api-context.ts'
import type { Instance } from '#contract/instance.ts'
import { SECOND } from '#lib/time.ts'
import { pendingStatus } from '#model/pending.ts'
import { stateInfo } from '#model/states.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'

import { useNow } from '#page/use-now.ts'

/** What one should know of the state beyond its word: an act that does not come about, an error, a state nobody documented. */
export const StateNote = ({ instance }: { instance: Instance }) => {
  const { pendingActs } = useApi()
  const pending = usePendingAct(instance.uuid)
  const now = useNow(SECOND)
  const { kind, description } = stateInfo(instance.state)

  if (pending !== undefined) {
    const { status, sentence } = pendingStatus(pending, instance, now)
    return status === 'pending' || status === 'done' ? null : (
      <Alert
        title={sentence}
        actions={
          <Button size="sm" onClick={() => pendingActs.forget(pending)}>
            Stop waiting
          </Button>
        }
      />
    )
  }
  if (instance.state === 'error')
    return (
      <Note>
        <strong>Something went wrong with this instance.</strong> It is not billed. It cannot be restarted:
        delete it and create another, or ask Carolina Cloud what happened.
      </Note>
    )
  return kind === 'error' || kind === 'unknown' ? <Note>{description}.</Note> : null
}
