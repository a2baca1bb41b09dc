import { toService } from '#serve/headers.ts'

/** The same headers with their names in small letters, as Node reads them. */
export const lower = (expected: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(expected).map(([name, value]) => [name.toLowerCase(), value]))

/** What a server says of itself, of the connection and of the body's form. */
export const ofTheServer = [
  'accept-ranges',
  'alt-svc',
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'server',
  'transfer-encoding',
  'vary',
]

/** What the service may see: the listed headers, and those of the connection. */
export const expectedUpstream = new Set<string>([
  ...toService,
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'via',
])

/** What a browser, and a sign-on in front, may send along. */
export const ofBrowser = {
  Accept: 'application/json',
  'Cf-Access-Jwt-Assertion': 'of-the-sign-in',
  'Content-Type': 'application/json',
  Cookie: 'sso=of-the-sign-in',
  DNT: '1',
  Forwarded: 'for=10.0.0.7',
  Origin: 'https://hatteras.example.org',
  Priority: 'u=1, i',
  Referer: 'https://hatteras.example.org/instances?q=x',
  'Remote-User': 'ada',
  'Accept-Language': 'eo',
  'Sec-Fetch-Mode': 'navigate',
  'User-Agent': 'Browser/1',
  'X-Forwarded-Access-Token': 'of-the-sign-in',
  'X-Forwarded-For': '10.0.0.7',
  'X-Real-Ip': '10.0.0.7',
}

/** What a sign-on, a browser or nobody at all may name a header: with a hyphen, without one, and almost as one of the list. */
export const oddNames = [
  ...'Assertion Email SSOToken Token Username OIDC_CLAIM_email Remote_User Remote-User'.split(' '),
  ...'X_Forwarded_For X-Forwarded-For Forwarded Cookie Cookie2 Via2 Traceparent Baggage TE'.split(' '),
  ...'Pragma Warning Date RTT DPR ECT Downlink Expect-CT Early-Data Origin Accept-Charset'.split(' '),
  ...toService.flatMap((name) => [`${name}x`, `${name}-x`, `x${name}`, `x-${name}`, `${name}_`]),
  ...'content_type user_agent x_request_id x-request_id contenttype'.split(' '),
  ...Array.from('0123456789abcdefghijklmnopqrstuvwxyz_!#$%&*+.^|~', (sign) => sign + sign),
  ...Array.from('abcdefghijklmnopqrstuvwxyz'),
]

/** What Node's fetch says of itself with each request. */
export const ofFetch = { 'accept-language': '*', 'sec-fetch-mode': 'cors' }

/** The headers but for those named. */
export const without = (headers: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))
