import type { QueryClient } from '@tanstack/react-query'

import { toApiError } from '#api/api-error.ts'
import { dropInstance, findInstance, keys, putInstance } from '#api/cache.ts'
import type { Client } from '#api/client.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

export interface Account {
  connectionId: string
  client: Client
  queries: QueryClient
}

const lastReading = (queries: QueryClient, connectionId: string, uuid: string): Instance | undefined =>
  findInstance(queries.getQueryData<InstanceList>(keys.list(connectionId)), uuid) ??
  queries.getQueryData<Instance>(keys.detail(connectionId, uuid))

/** Sends a request to its endpoint, and puts what is answered where it is shown. Rejects with `ApiError`. */
const sendTo =
  ({ connectionId, client, queries }: Account) =>
  async (request: OperationRequest): Promise<Instance | null> => {
    const { uuid } = request
    const put = (instance: Instance): Instance => {
      putInstance(queries, connectionId, instance)
      return instance
    }
    switch (request.action) {
      case 'stop':
      case 'restart':
        await client[request.action](uuid)
        return null
      case 'delete':
        await client.delete(uuid)
        dropInstance(queries, connectionId, uuid)
        return null
      case 'rename':
        return put(await client.update(uuid, { name: request.to }))
      case 'resize':
        return put(await client.update(uuid, request.to))
      case 'create':
        throw new Error('A create holds secrets and is sent by who has them.')
      default: {
        const endpoint = request.action === 'openPort' ? client.addPort : client.removePort
        const { wan_ports: ports } = await endpoint(uuid, request.port)
        const known = lastReading(queries, connectionId, uuid)
        // The live service may answer without the ports: then the next reading tells.
        return ports === null || known === undefined ? null : put({ ...known, wan_ports: ports })
      }
    }
  }

/** Refusals that speak of the instance's present state, or of it being gone. */
const ofTheState: ReadonlySet<number | null> = new Set([400, 404, 409])

/**
 * Sends a request as `sendTo` does. Where a connection breaks, a browser may send a request again by itself, and the service then refuses
 * what it has just carried out: such an error is believed only after another reading of the instance.
 */
export const createSend = (account: Account) => {
  const send = sendTo(account)
  return async (request: OperationRequest): Promise<Instance | null> => {
    const before = lastReading(account.queries, account.connectionId, request.uuid)
    try {
      return await send(request)
    } catch (thrown) {
      const error = toApiError(thrown)
      if (before === undefined || error.outcomeUnknown || !ofTheState.has(error.status)) throw error
      const check = await import('./read-after-error.ts').catch(() => null)
      if (check === null) throw error
      return check.readAfterError(account, request, before, error)
    }
  }
}

/** Reads again what operations may have changed: the list, and the pages of those instances. */
export const createRefresh =
  ({ connectionId, queries }: Pick<Account, 'connectionId' | 'queries'>) =>
  (requests: readonly OperationRequest[]): void => {
    const refs = new Set(requests.flatMap(({ uuid, name }) => [uuid, name]))
    void queries.invalidateQueries({ queryKey: keys.list(connectionId) })
    void queries.invalidateQueries({
      queryKey: keys.details(connectionId),
      predicate: ({ queryKey }) => refs.has(String(queryKey[2])),
    })
  }
