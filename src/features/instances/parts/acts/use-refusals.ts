import { usePendingAct } from '#api/api-context.ts'
import type { PendingWhole } from '#api/pending-acts.ts'
import type { Instance } from '#contract/instance.ts'
import { useActRule } from '#storage/marks.ts'
import { type Act, acts } from '#model/acts.ts'

const underWay: Record<PendingWhole['act'], string> = {
  stop: 'It is being stopped; wait until that is done.',
  restart: 'It is being restarted; wait until that is done.',
  resize: 'It is being resized; wait until that is done.',
  rename: 'It is being renamed; wait until that is done.',
  delete: 'It is being deleted.',
}

const power: readonly Act[] = ['stop', 'restart', 'resize']

/** What waits for an act under way; the others may follow at once. */
const waiting: Record<PendingWhole['act'], readonly Act[]> = {
  stop: power,
  restart: power,
  resize: power,
  rename: ['rename'],
  delete: acts,
}

/** Why an act is not possible now, as a sentence; undefined where it is. Looks at the state, the lock, and what is under way. */
export const useRefusals = (instance: Instance): ((act: Act) => string | undefined) => {
  const pending = usePendingAct(instance.uuid)
  const rule = useActRule()
  return (act) => {
    if (pending !== undefined && waiting[pending.act].includes(act)) return underWay[pending.act]
    const verdict = rule(act, instance)
    return verdict.allowed ? undefined : verdict.reason
  }
}
