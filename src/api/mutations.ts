import { mutationOptions, type MutationOptions, type QueryClient } from '@tanstack/react-query'

import type { CreateBody, UpdateBody } from '#contract/requests.ts'

import type { ApiError } from './api-error.ts'
import type { Client } from './client.ts'

/** One mutation for each endpoint that changes something. None is sent again by itself (see query-client). */
export const mutations = {
  create: (client: Client) =>
    mutationOptions({
      mutationFn: (body: CreateBody) => client.create(body),
    }),
  update: (client: Client) =>
    mutationOptions({
      mutationFn: ({ uuid, body }: { uuid: string; body: UpdateBody }) => client.update(uuid, body),
    }),
  stop: (client: Client) => mutationOptions({ mutationFn: (uuid: string) => client.stop(uuid) }),
  restart: (client: Client) => mutationOptions({ mutationFn: (uuid: string) => client.restart(uuid) }),
  delete: (client: Client) => mutationOptions({ mutationFn: (uuid: string) => client.delete(uuid) }),
  addPort: (client: Client) =>
    mutationOptions({
      mutationFn: ({ uuid, port }: { uuid: string; port: number }) => client.addPort(uuid, port),
    }),
  removePort: (client: Client) =>
    mutationOptions({
      mutationFn: ({ uuid, port }: { uuid: string; port: number }) => client.removePort(uuid, port),
    }),
}

/**
 * Runs a mutation outside of any component, so that its outcome outlives the page that asked for it. Throws `ApiError`. Once it is
 * answered, neither what was sent nor what came is kept: both may hold secrets.
 */
export const runMutation = <Data, Variables>(
  queries: QueryClient,
  options: MutationOptions<Data, ApiError, Variables>,
  variables: Variables,
): Promise<Data> =>
  queries
    .getMutationCache()
    .build(queries, { ...options, gcTime: 0 })
    .execute(variables)
