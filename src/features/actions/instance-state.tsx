import TriangleAlert from 'lucide-react/icons/triangle-alert'

import type { Instance } from '#contract/instance.ts'
import { operationInfo } from '#model/instance/operation.ts'
import { stateInfo } from '#model/instance/states.ts'
import { isUnconfirmed, isUnderWay } from '#operations/operation.ts'
import { useOperation } from '#operations/operations-context.ts'
import { StateBadge, type StateKind, StateMark } from '#ui/state-mark.tsx'

interface ShownState {
  kind: StateKind
  word: string
  /** What an operation that is not known to have happened asked for, in words; null where there is none. */
  unconfirmed: string | null
}

/** The state as reported; or, while an operation is under way, that one. */
export const useShownState = (instance: Instance): ShownState => {
  const operation = useOperation(instance.uuid)
  const { kind, word } = stateInfo(instance.state)
  // What waits for its turn in a bulk run may still be held back.
  if (operation === undefined || operation.status === 'queued') return { kind, word, unconfirmed: null }
  const { doing, done } = operationInfo(operation.request.action)
  if (isUnderWay(operation)) return { kind: 'transition', word: doing, unconfirmed: null }
  const unconfirmed = isUnconfirmed(operation) ? `It is not confirmed that it was ${done}` : null
  return { kind, word, unconfirmed }
}

const Unconfirmed = ({ said }: { said: string }) => (
  <span role="img" aria-label={said} title={said} className="inline-flex align-[-1px] text-lamp-ink">
    <TriangleAlert aria-hidden size={12} />
  </span>
)

/** An operation that is not known to have happened is admitted beside the state. */
export const InstanceState = ({ instance }: { instance: Instance }) => {
  const { kind, word, unconfirmed } = useShownState(instance)
  const badge = <StateBadge kind={kind} word={word} dataState={instance.state} />
  if (unconfirmed === null) return badge
  return (
    <span className="-mr-1 inline-flex items-center gap-1">
      {badge}
      <Unconfirmed said={unconfirmed} />
    </span>
  )
}

/** The same in the little room of a card: a mark. */
export const InstanceStateMark = ({ instance }: { instance: Instance }) => (
  <StateMark kind={useShownState(instance).kind} size={10} />
)

/** And the word that goes before what is said of the instance; none where it simply runs. */
export const InstanceStateWord = ({ instance }: { instance: Instance }) => {
  const { kind, word, unconfirmed } = useShownState(instance)
  if (kind === 'running' && unconfirmed === null) return null
  return (
    <>
      {word}
      {unconfirmed !== null && (
        <>
          {' '}
          <Unconfirmed said={unconfirmed} />
        </>
      )}
      {' · '}
    </>
  )
}
