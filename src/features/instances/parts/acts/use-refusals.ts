import { usePendingAct } from '#api/api-context.ts'
import type { PendingAct } from '#api/pending-acts.ts'
import type { Instance } from '#contract/instance.ts'
import { useActRule } from '#local/marks.ts'
import type { Act } from '#model/acts.ts'

const underWay: Record<PendingAct['act'], string> = {
  stop: 'It is being stopped; wait until that is done.',
  restart: 'It is being restarted; wait until that is done.',
  delete: 'It is being deleted.',
}

/** Acts that wait for a stop or a restart under way; the others may follow at once. */
const waiting = new Set<Act>(['stop', 'restart', 'resize'])

/** Why an act is not possible now, as a sentence; undefined where it is. Looks at the state, the lock, and what is under way. */
export const useRefusals = (instance: Instance): ((act: Act) => string | undefined) => {
  const pending = usePendingAct(instance.uuid)
  const rule = useActRule()
  return (act) => {
    if (pending !== undefined && (pending.act === 'delete' || waiting.has(act))) return underWay[pending.act]
    const verdict = rule(act, instance)
    return verdict.allowed ? undefined : verdict.reason
  }
}
