import TriangleAlert from 'lucide-react/icons/triangle-alert'

import type { Instance } from '#contract/instance.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { stateInfo } from '#model/instance/states.ts'
import { isUnconfirmed, isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { StateBadge } from '#ui/state-mark.tsx'

/**
 * The state as reported; or, while an operation is under way, that one. An operation that is not known to have happened is admitted
 * beside the state.
 */
export const InstanceState = ({ instance }: { instance: Instance }) => {
  const operation = useOperation(instance.uuid)
  const { kind, word } = stateInfo(instance.state)
  // What waits for its turn in a bulk run may still be held back.
  const isShown = operation !== undefined && operation.status !== 'queued'
  if (!isShown || !(isUnderWay(operation) || isUnconfirmed(operation)))
    return <StateBadge kind={kind} word={word} dataState={instance.state} />
  const { doing, done } = operationInfo(operation.request.action)
  if (isUnderWay(operation)) return <StateBadge kind="transition" word={doing} dataState={instance.state} />
  const said = `It is not confirmed that it was ${done}`
  return (
    <span className="-mr-1 inline-flex items-center gap-1">
      <StateBadge kind={kind} word={word} dataState={instance.state} />
      <span role="img" aria-label={said} title={said} className="text-lamp-ink">
        <TriangleAlert aria-hidden size={12} />
      </span>
    </span>
  )
}
