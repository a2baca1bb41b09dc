import type { Instance } from '#contract/instance.ts'

import { type Action, checkAction, isForType } from './actions.ts'
import { stateInfo } from './states.ts'

/** Why the instance's type or state does not allow the action, in at most three words; null where they do. */
export const shortReason = (
  action: Action,
  instance: Pick<Instance, 'state' | 'resource_type'>,
): string | null => {
  if (checkAction(action, instance).allowed) return null
  if (isForType(action, instance.resource_type)) return `is ${stateInfo(instance.state).phrase}`
  return isForType(action, 'vm') ? 'virtual machines only' : 'containers only'
}
