import { type EndpointName, routes } from '#contract/routes.ts'
import { readErrorBody } from '#contract/errors.ts'
import { urlPart } from '#lib/text.ts'

import { ApiError, httpError } from './api-error.ts'

export interface HttpOptions {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Where the API lives, without a slash at the end: `/api`. */
  baseUrl: string
  /** The service that is meant: our own server turns a request away that would take its key to another. */
  service?: string
  /** The key of the moment; asked for at each request, so a replaced key counts at once. */
  getKey: () => string
  /** Milliseconds since the epoch, to read a `Retry-After` that is a date. */
  now: () => number
  /** Takes the `Date` of each answer, the service's own clock, and the answer that it is of. */
  onDate?: (date: string | null, response: Response) => void
}

export interface RequestOptions {
  /** An instance's uuid or name, for the endpoints that take one. */
  ref?: string
  body?: unknown
  signal?: AbortSignal | undefined
  /** Reads the text of a success in place of `JSON.parse`; null where it cannot. */
  read?: ((text: string) => Promise<unknown>) | undefined
}

export type Http = (endpoint: EndpointName, options?: RequestOptions) => Promise<unknown>

/** Reading is quick; a create or a stop may take the service a while. Milliseconds. */
const timeouts = { read: 15_000, write: 60_000 } as const

const parseJson = (text: string): { json: unknown } | null => {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return null
  }
}

/** From here on seconds, 30 years of them, are a moment: some services send one, as seconds since the epoch. */
const firstMoment = 1e9

/** `Retry-After` in milliseconds, from seconds or from a date; null where there is none that makes sense. */
export const parseRetryAfter = (header: string | null, now: number): number | null => {
  if (header === null || header.trim() === '') return null
  const seconds = Number(header)
  const named = Number.isNaN(seconds) ? Date.parse(header) : seconds * 1000
  const wait = seconds < firstMoment ? named : named - now
  return Number.isFinite(wait) && wait >= 0 ? wait : null
}

const failure = (error: unknown, timedOut: boolean, cancelled: boolean): ApiError => {
  if (error instanceof ApiError) return error
  if (cancelled) return new ApiError({ kind: 'aborted', message: 'The request was cancelled.' })
  return timedOut
    ? new ApiError({ kind: 'timeout', message: 'The service did not answer in time.' })
    : new ApiError({ kind: 'network', message: 'The service could not be reached.' })
}

/**
 * A ref that would change which endpoint is asked is refused: URL parsers take `..` for a step up, also when it is escaped, so that
 * a `DELETE` of it would reach another address.
 */
const pathOf = (endpoint: EndpointName, ref = ''): string => {
  const { path } = routes[endpoint]
  if (path.includes('{uuid}') && /^\.{0,2}$/.test(ref))
    throw new ApiError({ kind: 'http', message: 'There is no such instance.', status: 404 })
  return path.replace('{uuid}', () => urlPart(ref))
}

/** The time of the service at its answer: a date that it names is measured by its own clock, and not by the reader's. */
const answeredAt = ({ headers }: Response, now: number): number => {
  const date = Date.parse(headers.get('Date') ?? '')
  return Number.isNaN(date) ? now : date
}

/**
 * Reads an answer. Where it is not the service's, which speaks JSON, but of something in between, it is a sign-in of an organisation or of a
 * hotel's network, and neither the key nor the instance is to blame; what is in between and broken has a status of its own, from 500 on.
 */
const readAnswer = async (
  response: Response,
  now: number,
  read: RequestOptions['read'],
): Promise<unknown> => {
  const { status, headers } = response
  const text = await response.text()
  const json = response.ok && (await read?.(text))
  if (json) return json
  const parsed = parseJson(text)
  const type = headers.get('Content-Type') ?? ''
  const isPage = parsed === null && (/html/i.test(type) || /^\s*</.test(text))
  const isDenied = status === 401 || status === 403
  const isForeign = isPage || (parsed === null && !/json/i.test(type))
  if (response.type === 'opaqueredirect' || (isPage && status < 400) || (isForeign && isDenied)) {
    const message =
      'Something between this page and the service asks for a sign-in. Reload the page to sign in.'
    throw new ApiError({ kind: 'sign-in', message, status })
  }
  if (!response.ok && !(isPage && status === 404)) {
    const retryAfter = parseRetryAfter(headers.get('Retry-After'), answeredAt(response, now))
    throw httpError(status, readErrorBody(parsed?.json), retryAfter)
  }
  if (status === 204 || text === '') return null
  if (parsed === null) {
    const message = 'The answer of the service could not be read: it is not JSON.'
    throw new ApiError({ kind: 'contract', message, status })
  }
  return parsed.json
}

/** Sends one request of the endpoint table and answers its JSON (null for an empty answer). Every failure is an `ApiError`. */
export const createHttp =
  ({ fetch, baseUrl, service, getKey, now, onDate }: HttpOptions): Http =>
  async (endpoint, { ref, body, signal, read } = {}) => {
    const { method } = routes[endpoint]
    const timeout = AbortSignal.timeout(method === 'GET' ? timeouts.read : timeouts.write)
    const headers = new Headers({ Accept: 'application/json', Authorization: `Bearer ${getKey()}` })
    if (service !== undefined) headers.set('X-Hatteras-Service', service)
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const url = `${baseUrl}${pathOf(endpoint, ref)}`
    const sent = body === undefined ? null : JSON.stringify(body)
    const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    // Only what the network does is a network error: a bug above must not pass for one.
    try {
      const response = await fetch(url, {
        method,
        headers,
        body: sent,
        signal: until,
        cache: 'no-store',
        // For what may be in between: the service itself gets no cookies.
        credentials: 'same-origin',
        // The API has none: it would be a sign-in on another site, which the page may not read.
        redirect: 'manual',
      })
      onDate?.(response.headers.get('Date'), response)
      return await readAnswer(response, now(), read)
    } catch (error) {
      throw failure(error, timeout.aborted, signal?.aborted ?? false)
    }
  }
