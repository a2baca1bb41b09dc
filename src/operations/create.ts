import { onlineManager, type QueryClient } from '@tanstack/react-query'

import { type ApiError, toApiError } from '#api/api-error.ts'
import { putInstance } from '#api/cache.ts'
import type { Client } from '#api/client.ts'
import type { Instance } from '#contract/instance.ts'
import type { CreateBody } from '#contract/requests.ts'

import type { Operation } from './operation.ts'

/** A create always carries a name: names are unique, so what was made of it can be found. */
export type NamedCreate = CreateBody & { name: string }

interface CreateOptions {
  connectionId: string
  client: Client
  queries: QueryClient
  /** Reads the list anew, and returns the instance of a name in it, or null. Rejects with `ApiError`. */
  findByName: (name: string) => Promise<Instance | null>
}

type Report = (part: Partial<Operation>) => void

/** Whether an instance is what the request asked for, as far as both tell: one that only has the same name is somebody else's. */
export const isMadeBy = (request: NamedCreate, instance: Instance): boolean =>
  instance.name === request.name &&
  instance.resource_type === request.resource_type &&
  instance.n_vcpus === request.n_vcpus &&
  instance.mem_gib === request.mem_gib &&
  instance.disk_size_gib === request.disk_size_gib

/**
 * Looks for the name of a create whose answer was lost. Returns the instance that was made; otherwise reports what the search came to
 * and rejects with `error`.
 */
export const createLookUp =
  ({ findByName }: Pick<CreateOptions, 'findByName'>) =>
  async (name: string, error: ApiError, report: Report): Promise<Instance> => {
    report({ lookUp: { status: 'looking' } })
    let found: Instance | null
    try {
      found = await findByName(name)
    } catch (thrown) {
      report({ lookUp: { status: 'failed', error: toApiError(thrown) } })
      throw error
    }
    if (found === null) {
      report({ lookUp: { status: 'absent' } })
      throw error
    }
    report({ wasLost: true })
    return found
  }

export const isOffline = (): boolean => !onlineManager.isOnline()

/**
 * Sends a create and follows it to a certain end. It is never sent again by itself: where the answer is lost, the list is read and
 * the name looked for. Rejects with `ApiError`.
 */
export const createSendCreate = (options: CreateOptions) => {
  const { connectionId, client, queries, findByName } = options
  const lookUp = createLookUp(options)
  return async (body: NamedCreate, report: Report): Promise<Instance> => {
    try {
      const instance = await client.create(body)
      putInstance(queries, connectionId, instance)
      return instance
    } catch (thrown) {
      const error = toApiError(thrown)
      if (error.outcomeUnknown) return lookUp(body.name, error, report)
      if (!('name' in error.fields)) throw error
      // Nobody of the account had the name when it was sent. Where a connection broke, the browser may have sent the request again by
      // itself, and met the instance that it had just created.
      let found: Instance | null
      try {
        found = await findByName(body.name)
      } catch (failure) {
        report({ lookUp: { status: 'failed', error: toApiError(failure) } })
        throw error
      }
      if (found === null || !isMadeBy(body, found)) throw error
      report({ wasLost: true })
      return found
    }
  }
}
