import * as z from 'zod/mini'

import type { ApiError } from '#api/api-error.ts'
import { createClient } from '#api/client.ts'
import { createHttp } from '#api/http.ts'
import type { InstanceList } from '#contract/instance.ts'
import { sha256 } from '#lib/sha256.ts'

import { service as here } from './backend.ts'

/** Tries a key by reading the account's instances; what came back is worth keeping for the first page. Throws `ApiError`. */
export const tryKey = (key: string): Promise<InstanceList> =>
  createClient(
    createHttp({
      fetch: (...request) => fetch(...request),
      baseUrl: '/api',
      service: here(),
      getKey: () => key,
      now: Date.now,
    }),
  ).list()

/** What to tell someone whose key could not be tried with success: what happened, and what to do. */
export const keyProblem = (error: ApiError, service: string): string => {
  if (error.isUnauthorized)
    return `That API key was not accepted by ${serviceName(service)}. Check that you copied all of it.`
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

/** Services whose accounts were named before a key belonged to a service: what is remembered under those names stays theirs. */
const unnamed = new Set(['', 'sandbox', 'https://console.carolinacloud.io'])

/** A stable name for the account behind a key of a service, so that signing in again finds what this browser remembers of it. One-way. */
export const connectionId = (key: string, service: string): string => {
  const text = unnamed.has(service) ? `hatteras ${key}` : `hatteras ${service} ${key}`
  const digest = sha256(new TextEncoder().encode(text)).slice(0, 12)
  return `c-${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** A service as a sentence names it. */
export const serviceName = (service: string): string =>
  service === 'sandbox' ? 'the sandbox' : service.replace(/^https?:\/\//, '')
