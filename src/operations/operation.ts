import type { ApiError } from '#api/api-error.ts'
import type { Instance } from '#contract/instance.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

/**
 * From asked for to reported: `queued` waits for its turn in a bulk run; `requested` is on its way; `accepted` by the service, its effect
 * not seen yet; `overdue` accepted, and not seen within its time; `confirmed` its effect was seen; `failed` accepted, and cannot come
 * about any more; `rejected` by the service, nothing was changed; `unknown` its answer was lost; `cancelled` before it was sent; `dismissed` nobody
 * waits for it any more, or a later request has taken its place.
 */
export type OperationStatus =
  | 'queued'
  | 'requested'
  | 'accepted'
  | 'overdue'
  | 'confirmed'
  | 'failed'
  | 'rejected'
  | 'unknown'
  | 'cancelled'
  | 'dismissed'

/** One thing that somebody asked the service to do. Never changed: each step of it is a new object with the same id. */
export interface Operation {
  id: number
  request: OperationRequest
  status: OperationStatus
  /** When the service accepted it, or when its answer was lost; in milliseconds since the epoch. */
  answeredAt: number | null
  error: ApiError | null
  /** Why it was not sent, for one that was cancelled. */
  reason: string | null
  /** The bulk run it is part of. */
  runId: number | null
  /** For a create whose answer was lost: what reading the list for its name came to. */
  lookUp: { status: 'looking' } | { status: 'absent' } | { status: 'failed'; error: ApiError } | null
  /** The answer was lost, and it was found out by looking that it was accepted. */
  wasLost: boolean
  /** Asked for in another tab, which stores it and tells of it. */
  isElsewhere?: true
}

/** A step of an operation, with the reading that brought it about, if one did. */
export interface OperationEvent {
  operation: Operation
  seen: Instance | undefined
}

/** Several operations of one kind, sent a few at a time. */
export interface BulkRun {
  id: number
  operationIds: readonly number[]
}

/** Its answer has not come yet. */
export const isAwaited = ({ status }: Operation): boolean => status === 'queued' || status === 'requested'

/** Its effect may still be seen. */
export const isWatched = ({ status }: Operation): boolean =>
  status === 'accepted' || status === 'overdue' || status === 'unknown'

/** It is under way: nothing speaks against it yet, and what would get in its way has to wait. */
export const isUnderWay = (operation: Operation): boolean =>
  isAwaited(operation) || operation.status === 'accepted'

/** The service accepted it, whatever came of it since. */
export const wasAccepted = ({ status }: Operation): boolean =>
  status === 'accepted' || status === 'overdue' || status === 'confirmed' || status === 'failed'

/** A refusal for the state of the instance may be of the browser's own repeat: a stop, alone, shows its effect only later. */
export const isDoubtful = ({ request, status, error }: Operation): boolean =>
  status === 'rejected' && request.action === 'stop' && error?.status === 400

/** It is not known to have happened, and it can be asked for again. */
export const isUnconfirmed = ({ status }: Operation): boolean => status === 'overdue' || status === 'unknown'

/** Whether it opens or closes a port. */
export const isPort = (request: OperationRequest): request is Extract<OperationRequest, { port: number }> =>
  'port' in request

/** Whether two requests ask for a thing of the same kind, so that the newer one replaces the older. */
export const isSameMatter = (a: OperationRequest, b: OperationRequest): boolean => {
  if (isPort(a) || isPort(b)) return isPort(a) && isPort(b) && a.uuid === b.uuid && a.port === b.port
  return a.action === b.action && (a.action === 'create' ? a.name === b.name : a.uuid === b.uuid)
}
