import { usePendingAct } from '#api/api-context.ts'
import type { PendingWhole } from '#api/pending-acts.ts'
import type { Instance } from '#contract/instance.ts'
import { stateInfo } from '#model/states.ts'
import { StateBadge } from '#ui/state-mark.tsx'

const pendingWords: Record<PendingWhole['act'], string> = {
  stop: 'Stopping',
  restart: 'Restarting',
  delete: 'Deleting',
  rename: 'Renaming',
  resize: 'Resizing',
}

/** The state as reported; or, after an accepted act whose effect is not seen yet, what is under way. */
export const InstanceState = ({ instance }: { instance: Instance }) => {
  const pending = usePendingAct(instance.uuid)
  const { kind, word } = stateInfo(instance.state)
  return pending === undefined ? (
    <StateBadge kind={kind} word={word} dataState={instance.state} />
  ) : (
    <StateBadge kind="transition" word={pendingWords[pending.act]} dataState={instance.state} />
  )
}
