import type { Instance } from '#contract/instance.ts'

import { effectOf, type OperationAction, type OperationRequest } from './operation.ts'

/** The state that an instance passes through by this action and, once it exists, by no other (API page, state table); null: none. */
const passesThrough: Record<OperationAction, string | null> = {
  create: null,
  stop: null,
  restart: 'provisioning',
  delete: 'deleting',
  rename: null,
  resize: 'resizing',
  openPort: null,
  closePort: null,
}

/**
 * Whether a later reading (`undefined`: the service no longer has the instance) shows that the service carries out what was asked for,
 * or has done so, where an earlier one did not.
 */
export const hasBegun = (
  request: OperationRequest,
  before: Instance,
  latest: Instance | undefined,
): boolean =>
  (effectOf(request, latest) === 'confirmed' && effectOf(request, before) !== 'confirmed') ||
  (latest !== undefined && latest.state !== before.state && latest.state === passesThrough[request.action])
