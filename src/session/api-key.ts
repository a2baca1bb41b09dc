import * as z from 'zod/mini'

import type { ApiError } from '#api/api-error.ts'
import { createClient } from '#api/client.ts'
import { createHttp } from '#api/http.ts'
import type { InstanceList } from '#contract/instance.ts'

/** Tries a key by reading the account's instances; what came back is worth keeping for the first page. Throws `ApiError`. */
export const tryKey = (key: string): Promise<InstanceList> =>
  createClient(
    createHttp({
      fetch: (...request) => fetch(...request),
      baseUrl: '/api',
      getKey: () => key,
      now: Date.now,
    }),
  ).list()

/** What to tell someone whose key could not be tried with success: what happened, and what to do. */
export const keyProblem = (error: ApiError): string => {
  if (error.isUnauthorized) return 'That API key was not accepted. Check that you copied all of it.'
  return `${error.message} The key was not checked and not stored.`
}

/** What people paste: the key itself, or a whole `Authorization: Bearer …` line. */
const pasted = /^(?:authorization:\s*)?(?:bearer\s+)?/i

/** A key that can be sent in a header: visible ASCII, no spaces. */
export const apiKeySchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.trim().replace(pasted, '')),
  ),
  z
    .string()
    .check(
      z.minLength(1, 'Enter an API key.'),
      z.maxLength(4096, 'That is too long for an API key.'),
      z.regex(/^[\x21-\x7e]*$/, 'An API key has no spaces and no special characters. Copy it again.'),
    ),
)

/**
 * A stable name for the account behind a key, so that signing in again finds what this browser remembers of it. One-way; where the
 * browser offers no SHA-256 (a plain-http page) it is random, and nothing is remembered across sign-ins.
 */
export const connectionId = async (key: string): Promise<string> => {
  if (!globalThis.isSecureContext) return `c-${crypto.getRandomValues(new Uint32Array(4)).join('')}`
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`hatteras ${key}`))
  return `c-${[...new Uint8Array(digest).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
