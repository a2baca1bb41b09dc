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

/** What Node's fetch says of itself with each request. */
export const ofFetch = { 'accept-language': '*', 'sec-fetch-mode': 'cors' }

/** The headers but for those named. */
export const without = (headers: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))
