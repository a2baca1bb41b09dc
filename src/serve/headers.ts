import { hostOf, isLoopback } from './plain-hosts.mjs'

/**
 * What may be sent to the service, and what may come back. `npm start` and the servers in `deploy/` are held to this one file.
 */

/** The methods of requests that reach the service: those of the API page, and HEAD. */
export const methods = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']

/**
 * Addresses below `/api/` with a segment `.` or `..`, plain or encoded, once or more: the service might tidy one up to what is outside
 * of its API. Without regard to case. The same pattern stands in nginx.conf and the Caddyfile.
 */
export const dotSegments = String.raw`^/api[^?]*([/\x5c]|%(25)*(2f|5c))([.]|%(25)*2e){1,2}([/\x5c;?]|%(25)*(2f|5c|3b)|$)`

/** Request headers that reach the service: it sees a key and nothing of the browser, such as cookies, the page or the address. */
export const toService = ['accept', 'authorization', 'content-type', 'user-agent', 'x-request-id'] as const

/**
 * Response headers of the service that reach the browser. Those of one connection and of the body's form (`Content-Length`,
 * `Content-Encoding`) belong to the server in between.
 */
export const fromService = [
  'allow',
  'content-type',
  'date',
  'retry-after',
  'www-authenticate',
  'x-request-id',
] as const

/** The only challenge that comes through: any other makes the browser open a sign-in dialog of its own over the page. */
export const passesChallenge = (challenge: string): boolean =>
  /^bearer\b/i.test(challenge) && !/\b(?:basic|digest|negotiate|ntlm)\b/i.test(challenge)

/**
 * Forced on everything below `/api/` that comes from the service, whatever it sends itself: it is on the origin of the app, where keys
 * are stored, so nothing of it may run or be read by another site.
 */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

/** Refuses a request by its method. */
export const methodRefused = (): Response =>
  Response.json(
    { error: 'This method is not allowed.' },
    { status: 405, headers: { ...apiHeaders, Allow: methods.join(', ') } },
  )

/** Refuses a request by its address. */
export const addressRefused = (): Response =>
  Response.json({ error: 'There is nothing here.' }, { status: 404, headers: apiHeaders })

/** What the app needs and no more: its own scripts, styles and API, no inline script, no frame around it. */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** On every file of the app, and on every answer of the server's own. */
export const appHeaders = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

const opener = 'Cross-Origin-Opener-Policy'

/**
 * The headers of the app for a request to `host`. Browsers heed one of them only over HTTPS and on the machine itself, and complain of it
 * elsewhere. They send `Sec-Fetch-Mode` in these two cases alone, which tells of HTTPS in front of this server.
 */
export const appHeadersFor = (host: string, fetchMode: string | null): Readonly<Record<string, string>> => {
  const { [opener]: policy, ...others } = appHeaders
  return fetchMode !== null || isLoopback(hostOf(host) ?? '') ? { ...others, [opener]: policy } : others
}

/** The headers of an answer from the service, as the browser gets them. */
export const safeHeaders = (sent: Headers): Headers => {
  const headers = new Headers()
  for (const name of fromService) {
    const value = sent.get(name)
    if (value !== null && (name !== 'www-authenticate' || passesChallenge(value))) headers.set(name, value)
  }
  for (const [name, value] of Object.entries(apiHeaders)) headers.set(name, value)
  return headers
}
