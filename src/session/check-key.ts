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
  if (error.isUnauthorized)
    return 'That API key was not accepted. Check that you copied all of it, or make a new one in the Carolina Cloud dashboard under Settings, API key.'
  return `${error.message} The key was not checked and not stored. Try again in a moment.`
}
