import { type ApiError, toApiError } from '#api/api-error.ts'
import { dropInstance, putInstance } from '#api/cache.ts'
import type { Instance } from '#contract/instance.ts'
import { effectOf, type OperationAction, type OperationRequest } from '#model/instance/operation.ts'
import { stateInfo } from '#model/instance/states.ts'

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

/** The states of what is stopped, in the words of a refusal (API page, state table). */
const namesStopped = /\b(?:shut_off|exited)\b/

/** A stop of what runs is refused for its state: it shows none of its own, and may show its effect only seconds later. */
const isAtOdds = ({ action }: OperationRequest, before: Instance, { status }: ApiError): boolean =>
  action === 'stop' && status === 400 && stateInfo(before.state).kind === 'running'

/** Milliseconds between two looks at an instance whose state and refusal are at odds, and how many follow the first. */
const lookAgainAfter = 2000
const looksAgain = 2

/**
 * Reads an instance after the service rejected a request for it. Returns it, or null where it is gone, if it shows that the request was carried out
 * all the same, and null too where the refusal itself says so; rejects with the error otherwise.
 */
export const readAfterError = async (
  { connectionId, client, queries }: Account,
  request: OperationRequest,
  before: Instance,
  error: ApiError,
): Promise<Instance | null> => {
  const mayShowLater = isAtOdds(request, before, error)
  // It says so itself: the next reading shows it.
  if (mayShowLater && namesStopped.test(error.message)) return null
  const look = async (left: number): Promise<Instance | undefined> => {
    const latest = await client.get(request.uuid).catch((failure: unknown) => {
      if (toApiError(failure).isNotFound) return undefined
      throw error
    })
    if (hasBegun(request, before, latest)) return latest
    if (left === 0 || latest?.state !== before.state) throw error
    await new Promise((resolve) => setTimeout(resolve, lookAgainAfter))
    return look(left - 1)
  }
  const latest = await look(mayShowLater ? looksAgain : 0)
  if (latest === undefined) dropInstance(queries, connectionId, request.uuid)
  else putInstance(queries, connectionId, latest)
  return latest ?? null
}
