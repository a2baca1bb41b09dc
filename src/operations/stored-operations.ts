import * as z from 'zod/mini'

import { openStore, readStored, type TextStore, writeStored } from '#lib/stored.ts'

import { isAwaited, isWatched, type Operation } from './operation.ts'
import type { Restored } from './operations.ts'

const size = z.optional(z.number())
const instance = { uuid: z.string(), name: z.string() }

const requestSchema = z.union([
  z.object({ ...instance, action: z.enum(['create', 'stop', 'restart', 'delete']) }),
  z.object({ ...instance, action: z.literal('rename'), to: z.string() }),
  z.object({
    ...instance,
    action: z.literal('resize'),
    to: z.object({ n_vcpus: size, mem_gib: size, disk_size_gib: size }),
  }),
  z.object({ ...instance, action: z.enum(['openPort', 'closePort']), port: z.number() }),
])

const storedSchema = z.array(
  z.object({
    request: requestSchema,
    status: z.enum(['queued', 'requested', 'accepted', 'overdue', 'unknown']),
    answeredAt: z.nullable(z.number()),
    isBulk: z.boolean(),
  }),
)

/** What was left of bulk runs is told of as one. Runs that begin here have higher numbers. */
const restoredRun = 0

/** A page that is left loses the answers on their way, and has no time to tell of it. Milliseconds. */
const lostByLeaving = 2000

const tabStore = openStore(() => globalThis.sessionStorage)

/** What is under way in this tab, so that a reload in between loses no outcome. Requests hold no secrets. */
export const openStoredOperations = (connectionId: string, store: TextStore = tabStore) => {
  const key = `hatteras:operations:${connectionId}`
  return {
    /** What was under way when the page was left: what had not been answered is not known, what had not been sent is not sent. */
    restore: (now: number): Restored[] =>
      (readStored(store, key, storedSchema) ?? []).map(({ request, status, answeredAt, isBulk }) => ({
        isNews:
          status === 'queued' ||
          status === 'requested' ||
          (status === 'unknown' && now - (answeredAt ?? now) < lostByLeaving),
        operation: {
          request,
          status: status === 'queued' ? 'cancelled' : status === 'requested' ? 'unknown' : status,
          answeredAt: answeredAt ?? now,
          error: null,
          reason: status === 'queued' ? 'The page was left before it was sent.' : null,
          runId: isBulk ? restoredRun : null,
          lookUp: null,
          wasLost: false,
        },
      })),
    store: (operations: readonly Operation[]): void => {
      const open = operations
        .filter((operation) => isAwaited(operation) || isWatched(operation))
        .map(({ request, status, answeredAt, runId }) => ({
          request,
          status,
          answeredAt,
          isBulk: runId !== null,
        }))
      writeStored(store, key, open.length === 0 ? null : open)
    },
  }
}
