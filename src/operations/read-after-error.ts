import { type ApiError, toApiError } from '#api/api-error.ts'
import { dropInstance, putInstance } from '#api/cache.ts'
import type { Instance } from '#contract/instance.ts'
import { effectOf, type OperationAction, type OperationRequest } from '#model/instance/operation.ts'

import type { Account } from './send.ts'

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

/**
 * Reads an instance after the service rejected a request for it. Returns it, or null where it is gone, if it shows that the request was carried out
 * all the same; rejects with the error otherwise.
 */
export const readAfterError = async (
  { connectionId, client, queries }: Account,
  request: OperationRequest,
  before: Instance,
  error: ApiError,
): Promise<Instance | null> => {
  const latest = await client.get(request.uuid).catch((failure: unknown) => {
    if (toApiError(failure).isNotFound) return undefined
    throw error
  })
  if (!hasBegun(request, before, latest)) throw error
  if (latest === undefined) dropInstance(queries, connectionId, request.uuid)
  else putInstance(queries, connectionId, latest)
  return latest ?? null
}
