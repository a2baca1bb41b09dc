import type { Instance } from '#contract/instance.ts'

import { effectOf, type OperationAction, type OperationRequest } from './operation.ts'

/** The state that an action leads through, where no other action does (API page, state table). */
const through: Partial<Record<OperationAction, string>> = {
  restart: 'provisioning',
  delete: 'deleting',
  resize: 'resizing',
}

/**
 * Whether a later reading (`undefined`: the service no longer has the instance) shows that the service carries out what was asked for,
 * or has done so, where an earlier one did not.
 */
export const isCarriedOut = (
  request: OperationRequest,
  before: Instance,
  latest: Instance | undefined,
): boolean =>
  (effectOf(request, latest) === 'confirmed' && effectOf(request, before) !== 'confirmed') ||
  (latest !== undefined && latest.state !== before.state && latest.state === through[request.action])
