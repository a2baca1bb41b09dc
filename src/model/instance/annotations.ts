import { type Action, type ActionRule, checkAction, isLockable } from './actions.ts'

/** What somebody at this browser put on an instance. The service knows nothing of it. */
export interface Annotation {
  /** Blocks stop and delete until it is lifted. */
  locked: boolean
  note: string
  /** Lower case, each once, in the order they were given. */
  tags: readonly string[]
}

/** The annotations of an account, by uuid. Instances without one are not in it. */
export type Annotations = ReadonlyMap<string, Annotation>

/** Why a lock of this browser blocks the action; undefined where none does. */
export const lockReason = (annotations: Annotations, action: Action, uuid: string): string | undefined =>
  isLockable(action) && annotations.get(uuid)?.locked === true
    ? 'Locked in this browser: unlock it first.'
    : undefined

/** What may be asked of an instance here: the state table, and on top of it the locks of this browser. */
export const ruleWithLocks =
  (annotations: Annotations): ActionRule =>
  (action, instance) => {
    const verdict = checkAction(action, instance)
    const reason = verdict.allowed ? lockReason(annotations, action, instance.uuid) : undefined
    return reason === undefined ? verdict : { allowed: false, reason }
  }
