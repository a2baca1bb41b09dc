import { isCancelledError } from '@tanstack/react-query'

import type { Capacity, ErrorBody } from '#contract/errors.ts'
import { formatDuration } from '#lib/format.ts'

/**
 * What went wrong, as far as it can be told from here:
 * `http` the service answered with an error status; `sign-in` something on the way to the service answered in its place, and wants
 * somebody to sign in; `network` no answer came; `timeout` none came in time;
 * `contract` the answer could not be understood; `aborted` nobody waits for the answer any more;
 * `bug` something in the app itself failed on the way.
 */
export type ApiErrorKind = 'http' | 'sign-in' | 'network' | 'timeout' | 'contract' | 'aborted' | 'bug'

interface ApiErrorParts {
  kind: ApiErrorKind
  message: string
  /** HTTP status, null where no answer came. */
  status?: number | null
  /** Messages by request field, in the API's own field names. */
  fields?: Record<string, string[]>
  /** How long the service asked us to wait, in milliseconds. */
  retryAfter?: number | null
  capacity?: Capacity | null
  cause?: unknown
}

/** The one error of every call. Its message is a sentence for a person and never holds a secret. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly status: number | null
  readonly fields: Record<string, string[]>
  readonly retryAfter: number | null
  readonly capacity: Capacity | null

  constructor({
    kind,
    message,
    status = null,
    fields = {},
    retryAfter = null,
    capacity = null,
    cause,
  }: ApiErrorParts) {
    super(message, cause === undefined ? {} : { cause })
    this.kind = kind
    this.status = status
    this.fields = fields
    this.retryAfter = retryAfter
    this.capacity = capacity
  }

  /** True where it is not known whether the service carried the request out. */
  get outcomeUnknown(): boolean {
    return this.kind !== 'http' || (this.status !== null && this.status >= 500)
  }

  get isUnauthorized(): boolean {
    return this.kind === 'http' && this.status === 401
  }

  get isNotFound(): boolean {
    return this.kind === 'http' && this.status === 404
  }
}

/** A bug goes where uncaught errors go, beside being shown: a promise that handles it would hide it. */
const report = (reason: unknown): void => {
  if ('reportError' in globalThis) globalThis.reportError(reason)
}

/**
 * What a call was rejected with, as an `ApiError`. A type on a rejection is a cast in disguise: whatever threw on the way lands
 * there too. Anything but an `ApiError` is a bug, and is told as one.
 */
export const toApiError = (reason: unknown): ApiError => {
  if (reason instanceof ApiError) return reason
  if (isCancelledError(reason))
    return new ApiError({ kind: 'aborted', message: 'The request was cancelled.' })
  report(reason)
  const message = 'Something in Hatteras itself failed. Reload the page before you try again.'
  return new ApiError({ kind: 'bug', message, cause: reason })
}

const byStatus: Record<number, string> = {
  400: 'The service did not accept the request.',
  401: 'The API key was not accepted.',
  402: 'The service wants a payment method, or a spending limit is reached. Nothing was changed.',
  403: 'This key may not do that. Nothing was changed.',
  404: 'There is no such instance, or it belongs to another account.',
  409: 'The instance is busy with something else. Nothing was changed.',
  422: 'There is not enough free capacity. Nothing was changed.',
  429: 'The service asks for fewer requests.',
  502: 'The service could not reach the host.',
  503: 'The service is not available right now.',
  504: 'The service took too long to answer.',
}

const fallback = (status: number): string =>
  byStatus[status] ??
  (status >= 500 ? `The service failed (status ${status}).` : `The service refused (status ${status}).`)

/** 401 has its own sentence: the service's ("Invalid token.") says nothing about what to do. */
const sentence = (status: number, said: string | null): string => {
  if (status === 401 || said === null) return fallback(status)
  // The service need not end its words with a full stop, and more may follow them.
  return /\p{P}$/u.test(said) ? said : `${said}.`
}

/** How long to wait, as the last sentence of what failed: wherever that is told, it is told with it. */
const waitSentence = (status: number, said: string | null, retryAfter: number | null): string => {
  if (retryAfter !== null && retryAfter > 0) return ` Wait ${formatDuration(retryAfter)}.`
  return status === 429 && said === null ? ' Wait a moment.' : ''
}

/** An error answer of the service, from its status, its body as read, and its `Retry-After`. */
export const httpError = (status: number, body: ErrorBody, retryAfter: number | null): ApiError =>
  new ApiError({
    kind: 'http',
    message: `${sentence(status, body.message)}${waitSentence(status, body.message, retryAfter)}`,
    status,
    fields: body.fields,
    retryAfter,
    capacity: body.capacity,
  })
