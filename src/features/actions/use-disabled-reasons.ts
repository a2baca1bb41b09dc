import type { Instance } from '#contract/instance.ts'
import type { Action } from '#model/instance/actions.ts'
import { blockedBy } from '#model/instance/operation.ts'
import { shortReason } from '#model/instance/short-reason.ts'
import { isUnderWay, type Operation } from '#operations/operation.ts'
import { useAllOperations } from '#operations/hooks.ts'
import { useActionRule } from '#storage/annotations.ts'

/** Why an action on an instance is not allowed now, as a sentence; undefined where it is. */
export type DisabledReason = (action: Action, instance: Instance, port?: number) => string | undefined

/** The one rule for every button, menu and command: what is under way, the locks of this browser, the type and the state. */
export const useDisabledReason = (): DisabledReason => {
  const operations = useAllOperations()
  const rule = useActionRule()
  const underWay = new Map<string, Operation[]>()
  for (const operation of operations.filter(isUnderWay)) {
    const { uuid } = operation.request
    underWay.set(uuid, [...(underWay.get(uuid) ?? []), operation])
  }
  return (action, instance, port) => {
    for (const { request } of underWay.get(instance.uuid) ?? []) {
      const reason = blockedBy(request, action, port)
      if (reason !== undefined) return reason
    }
    const verdict = rule(action, instance)
    return verdict.allowed ? undefined : verdict.reason
  }
}

/** The same for one instance. */
export const useDisabledReasons = (
  instance: Instance,
): ((action: Action, port?: number) => string | undefined) => {
  const disabledReason = useDisabledReason()
  return (action, port) => disabledReason(action, instance, port)
}

/** What stands beside an action that is not allowed now, in at most three words. */
export const useDisabledNote = (instance: Instance): ((action: Action) => string) => {
  const rule = useActionRule()
  return (action) =>
    shortReason(action, instance) ?? (rule(action, instance).allowed ? 'wait a moment' : 'locked')
}
