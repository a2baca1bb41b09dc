import * as z from 'zod/mini'

import { actionsWithoutArguments, portActions } from '#model/instance/operation.ts'
import { readStored, type TextStore, writeStored } from '#lib/text-store.ts'

import { isAwaited, isWatched, type Operation } from './operation.ts'
import type { Operations, Restored } from './operations.ts'
import { storedName, tabStore } from './operations-store.ts'

const size = z.optional(z.number())
const instance = { uuid: z.string(), name: z.string() }

/** Of every action there is: one without a shape here would not compile where operations are stored. */
const requestSchema = z.union([
  z.object({ ...instance, action: z.literal('create'), prefill: z.optional(z.string()) }),
  z.object({ ...instance, action: z.enum(actionsWithoutArguments) }),
  z.object({ ...instance, action: z.literal('rename'), to: z.string() }),
  z.object({
    ...instance,
    action: z.literal('resize'),
    to: z.object({ n_vcpus: size, mem_gib: size, disk_size_gib: size }),
  }),
  z.object({ ...instance, action: z.enum(portActions), port: z.number() }),
])

const storedSchema = z.object({
  /** The page that stored it, and whether it was left since. */
  page: z.string(),
  isLeft: z.boolean(),
  /** When it was stored, in milliseconds since the epoch; earlier versions did not say. */
  at: z.optional(z.number()),
  operations: z.array(
    z.object({
      request: requestSchema,
      status: z.enum(['queued', 'requested', 'accepted', 'overdue', 'unknown']),
      answeredAt: z.nullable(z.number()),
      isBulk: z.boolean(),
    }),
  ),
})

const sharedSchema = z.array(z.object({ request: requestSchema, answeredAt: z.number() }))

/** Operations of another tab that the service has accepted; none where they make no sense here. */
export const readShared = (value: unknown): Restored[] =>
  (z.safeParse(sharedSchema, value).data ?? []).map(({ request, answeredAt }) => ({
    isNews: false,
    operation: {
      request,
      answeredAt,
      status: 'accepted',
      error: null,
      reason: null,
      runId: null,
      lookUp: null,
      wasLost: false,
      isElsewhere: true,
    },
  }))

/** What was left of bulk runs is told of as one. Runs that begin here have higher numbers. */
const restoredRun = 0

/** A page that is left loses the answers on their way, and has no time to tell of it. Milliseconds. */
const lostByLeaving = 2000

/** The browser's locks; there are none on pages served without TLS. */
const locks = (): LockManager | undefined =>
  'navigator' in globalThis && 'locks' in navigator ? navigator.locks : undefined

const lockOf = (page: string): string => `hatteras page ${page}`

/** A name for this page, with a lock held as long as the page lives, so that a copy of its tab can tell that it does. */
const newPage = (): string => {
  const page = crypto.getRandomValues(new Uint32Array(4)).join('')
  void locks()
    ?.request(lockOf(page), () => new Promise<never>(() => undefined))
    .catch(() => undefined)
  return page
}
const thisPage = newPage()

/** Whether a page is still open. Without locks, or where they are refused, it counts as closed: told twice is better than never. */
const isOpen = async (page: string): Promise<boolean> => {
  const { held = [] } = (await locks()
    ?.query()
    .catch(() => undefined)) ?? { held: [] }
  return held.some(({ name }) => name === lockOf(page))
}

/** What is under way in this tab, so that a reload in between loses no outcome. Requests hold no secrets. */
export const openStoredOperations = (
  connectionId: string,
  store: TextStore = tabStore,
  page = thisPage,
  isPageOpen = isOpen,
) => {
  const key = storedName(connectionId)
  return {
    /**
     * What was under way when the page was left: what had not been answered is not known, what had not been sent is not
     * sent. Where a tab was duplicated, its operations came along as a copy, and are left to the page that asked for them.
     */
    restore: async (now: number): Promise<Restored[]> => {
      const stored = readStored(store, key, storedSchema)
      if (stored === null) return []
      const isOurs = stored.isLeft || stored.page === page || !(await isPageOpen(stored.page))
      if (!isOurs) return []
      return stored.operations.map(({ request, status, answeredAt, isBulk }) => ({
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
        } as const,
      }))
    },
    store: (operations: readonly Operation[], isLeft: boolean): void => {
      const open = operations
        .filter((operation) => isAwaited(operation) || isWatched(operation))
        .filter(({ isElsewhere }) => isElsewhere !== true)
        .map(({ request, status, answeredAt, runId }) => ({
          request: request satisfies z.output<typeof requestSchema>,
          status,
          answeredAt,
          isBulk: runId !== null,
        }))
      writeStored(store, key, open.length === 0 ? null : { page, isLeft, at: Date.now(), operations: open })
    },
  }
}

/** Milliseconds between two writes of so many operations, all of which are written; leaving the page writes at once. */
const writeEvery = (count: number): number => Math.max(200, count)

/** Stores what is under way for as long as the page is open and the account its own, beginning with what the page before it left. */
export const keepStored = async (
  connectionId: string,
  operations: Operations,
  openedAt: number,
  isForgotten: () => boolean,
): Promise<void> => {
  const stored = openStoredOperations(connectionId)
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (isLeft: boolean) => {
    clearTimeout(timer)
    timer = undefined
    if (!isForgotten()) stored.store(operations.all(), isLeft)
  }
  const left = await stored.restore(openedAt)
  if (isForgotten()) return
  operations.restore(left)
  // From here on they are this page's, and a copy of its tab must know; so is what was asked for before this file came.
  write(false)
  // A bulk run of thousands takes steps far faster than it is worth writing them down.
  operations.subscribe(() => {
    timer ??= setTimeout(() => write(false), writeEvery(operations.all().length))
  })
  globalThis.addEventListener('pagehide', () => write(true))
  // Back from the browser's cache of left pages.
  globalThis.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) write(false)
  })
}
