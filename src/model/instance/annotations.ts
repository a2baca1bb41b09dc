import { type Action, type ActionRule, checkAction } from './actions.ts'

/** What somebody at this browser put on an instance. The service knows nothing of it. */
export interface Annotation {
  /** Blocks stop and delete until it is lifted. */
  locked: boolean
  note: string
  /** Lower case, each once, in the order they were given. */
  tags: readonly string[]
}

/** The marks of an account, by uuid. Instances without a mark are not in it. */
export type Annotations = ReadonlyMap<string, Annotation>

const blockedByLock: ReadonlySet<Action> = new Set(['stop', 'delete'])

/** What may be asked of an instance here: the state table, and on top of it the locks of this browser. */
export const ruleWithLocks =
  (annotations: Annotations): ActionRule =>
  (action, instance) => {
    const verdict = checkAction(action, instance)
    return verdict.allowed && blockedByLock.has(action) && annotations.get(instance.uuid)?.locked === true
      ? { allowed: false, reason: 'Locked in this browser: unlock it first.' }
      : verdict
  }
