import { QueryClient } from '@tanstack/react-query'

import { obeyed } from '#lib/poll-policy.ts'

import type { ApiError } from './api-error.ts'

/** Holds because every query function reads through `pollTiming.reading`, and every mutation through the client. */
declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
    queryMeta: {
      /** The uuid of the container whose usage the query reads. */
      usageOf?: string
    }
  }
}

const maxRetries = 2

/** Reading again is safe; only what may pass by itself is worth it. A 404 or a wrong key stays what it is. */
const isPassing = (error: ApiError): boolean =>
  error.kind === 'network' || error.status === 429 || (error.status !== null && error.status >= 500)

/** Milliseconds before the next try: what the service asked for, else 1 s, 2 s. A long `Retry-After` is left to the next poll. */
export const retryDelay = (failures: number, error: ApiError): number =>
  error.retryAfter ?? 1000 * 2 ** failures

const longestWait = 5000

export const shouldRetry = (failures: number, error: ApiError): boolean =>
  failures < maxRetries && isPassing(error) && (error.retryAfter ?? 0) <= longestWait

interface Told {
  state: { error: ApiError | null; errorUpdatedAt: number }
}

/** Whether the time has passed that the service asked for as it last refused to answer this. A button reads before that all the same. */
export const mayRead = ({ state: { error, errorUpdatedAt } }: Told): boolean =>
  Math.abs(Date.now() - errorUpdatedAt) >= obeyed(error?.retryAfter ?? null)

/**
 * The cache of all server state. A mutation is never sent again by itself, nor kept for later when offline: it may cost money.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldRetry,
        retryDelay,
        staleTime: 2000,
        gcTime: 30 * 60_000,
        retryOnMount: mayRead,
        refetchOnMount: mayRead,
        refetchOnWindowFocus: mayRead,
        refetchOnReconnect: mayRead,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
