import { Agent, fetch, ProxyAgent } from 'undici'
import * as z from 'zod/mini'

const streamOrNone = z.nullable(
  z.custom<NonNullable<Response['body']>>((value) => value instanceof ReadableStream),
)

/** Sends one request to the service, and resolves when its answer has begun. Rejects with what `failureOf` reads. */
export type Send = (
  url: string,
  init: { method: string; headers: Headers; body: ArrayBuffer | null; signal: AbortSignal },
) => Promise<Pick<Response, 'status' | 'headers' | 'body'>>

/** Requests to the service below `base`, through a proxy or straight. Nothing is ever sent again, and redirects are not followed. */
export const openUpstream = (base: string, through: string | null): Send => {
  const dispatcher =
    through === null
      ? new Agent()
      : new ProxyAgent({ uri: through, proxyTunnel: new URL(base).protocol === 'https:' })
  return async (url, { headers, ...init }) => {
    const {
      status,
      headers: sent,
      body,
    } = await fetch(url, {
      ...init,
      headers: [...headers],
      redirect: 'manual',
      dispatcher,
    })
    return { status, headers: new Headers([...sent]), body: z.parse(streamOrNone, body) }
  }
}

/** Why the service, or the proxy on the way to it, gave no answer. */
export interface UpstreamFailure {
  status: 502 | 504
  /** For the person at the browser. */
  sentence: string
  /** For the server's log: the code of Node or of the proxy's answer. */
  code: string
}

const certificates: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet (or the clock of this server is wrong)',
  CERT_REVOKED: 'it was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'an unknown authority signed it',
  UNABLE_TO_GET_ISSUER_CERT: 'an unknown authority signed it',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'an unknown authority signed it',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'an unknown authority signed it',
}

const broken = 'broke the connection before it answered'
const nowhere = 'could not be reached: there is no way to it in the network'
const unknownName = 'could not be reached: its name was not found (DNS)'

const failures: Readonly<Record<string, string>> = {
  EAI_AGAIN: unknownName,
  ENOTFOUND: unknownName,
  ECONNREFUSED: 'could not be reached: it refused the connection',
  EHOSTUNREACH: nowhere,
  ENETUNREACH: nowhere,
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
}

const late = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'])

/** The errors behind an error, the outermost first. */
const chain = (error: unknown): Error[] => (error instanceof Error ? [error, ...chain(error.cause)] : [])

/** The code of an error; what undici's parser stumbles over has none, and a name instead. */
const codeOf = (error: Error): string | null => {
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'HTTPParserError' ? error.name : null
}

/** Reads an error of `Send`. `host` is the service's, `proxy` that of the proxy on the way, if there is one. */
export const failureOf = (error: unknown, host: string, proxy: string | null): UpstreamFailure => {
  const errors = chain(error)
  const code = errors.map(codeOf).findLast((found) => found !== null) ?? 'unknown'
  const failed = (sentence: string, status: 502 | 504 = 502): UpstreamFailure => ({ status, sentence, code })
  const certificate = certificates[code]
  if (certificate !== undefined)
    return failed(`The certificate of ${host} is not trusted: ${certificate}. Nothing was sent.`)
  if (/^(?:ERR_SSL_|EPROTO$)/.test(code))
    return failed(`${host} does not speak HTTPS there. Nothing was sent.`)
  if (/^(?:HPE_|HTTPParserError$)/.test(code)) return failed(`What ${host} answered is not HTTP.`)
  // Through a proxy, only the proxy is looked for from here.
  const who = proxy === null ? host : `The proxy ${proxy}`
  const refusal = errors.map(({ message }) => /\b(?:response|Required) \((\d{3})\)/.exec(message)?.[1])
  const refused = refusal.find((found) => found !== undefined)
  if (proxy !== null && refused !== undefined)
    return {
      ...failed(`${who} did not let the request through to ${host} (status ${refused}).`),
      code: refused,
    }
  if (late.has(code)) return failed(`${who} could not be reached in time.`, 504)
  return failed(`${who} ${failures[code] ?? 'could not be reached'}.`)
}
