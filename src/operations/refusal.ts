import { type ApiError, toApiError } from '#api/api-error.ts'
import { dropInstance, putInstance } from '#api/cache.ts'
import type { Instance } from '#contract/instance.ts'
import { hasBegun } from '#model/instance/has-begun.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import type { Account } from './send.ts'

/**
 * Reads an instance after a request for it was refused. Returns it, or null where it is gone, if it shows that the request was carried out
 * all the same; rejects with the refusal otherwise.
 */
export const readAfterRefusal = async (
  { connectionId, client, queries }: Account,
  request: OperationRequest,
  before: Instance,
  refusal: ApiError,
): Promise<Instance | null> => {
  const latest = await client.get(request.uuid).catch((failure: unknown) => {
    if (toApiError(failure).isNotFound) return undefined
    throw refusal
  })
  if (!hasBegun(request, before, latest)) throw refusal
  if (latest === undefined) dropInstance(queries, connectionId, request.uuid)
  else putInstance(queries, connectionId, latest)
  return latest ?? null
}
