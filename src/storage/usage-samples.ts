import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'

import { statsAnswer } from '#contract/answers.ts'
import { DAY, HOUR, MINUTE } from '#lib/time.ts'
import {
  COVERED,
  fromStats,
  IDLE_FOR,
  idleSince,
  isPast,
  SAMPLE_SPACING,
  type UsageSample,
} from '#model/usage/usage.ts'

import { writeOfAccount } from './account-writes.ts'
import { withDatabase } from './database.ts'
import { watchForgetting } from './forgotten.ts'
import { storedKey } from './stored-parts.ts'

const measured = z.nullable(z.number().check(z.nonnegative()))
const sampleSchema = z.object({
  at: z.int(),
  cpu: measured,
  memUsed: measured,
  memTotal: measured,
  diskUsed: measured,
  diskTotal: measured,
})
/** A reading as it stands in the store. */
export const sampleRow = z.object({ ...sampleSchema.shape, connection: z.string(), uuid: z.string() })

/** How far back usage is stored, in milliseconds: the longest window of the charts. */
const storedFor = DAY

const range = (connection: string, uuid: string, from: number, to: number) =>
  IDBKeyRange.bound([connection, uuid, from], [connection, uuid, to])

interface Wanted {
  connection: string
  uuid: string
  from: number
  now: number
  resolve: (samples: UsageSample[]) => void
}
let wanted: Wanted[] = []

/** A day of one container is read by the hour: in one piece it would hold up what is typed. */
const hoursOf = ({ connection, uuid, from, now }: Wanted): IDBKeyRange[] => {
  const first = Math.max(from, now - storedFor)
  const count = Math.max(1, Math.ceil((now - first) / HOUR))
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * HOUR
    return range(connection, uuid, start, index === count - 1 ? Number.MAX_SAFE_INTEGER : start + HOUR - 1)
  })
}

/** Reads what was asked for since the last time in one transaction; each answer is parsed as it comes, so that no task is long. */
const readWanted = async () => {
  const batch = wanted
  wanted = []
  const read = await withDatabase(async (db) => {
    const { store } = db.transaction('samples')
    return Promise.all(
      batch.map(async (one) => {
        const hours = await Promise.all(
          hoursOf(one).map(async (hour) => {
            const rows = await store.getAll(hour)
            return rows.flatMap((row) => {
              const { success, data } = z.safeParse(sampleSchema, row)
              return success && isPast(data.at, one.now) ? [data] : []
            })
          }),
        )
        return hours.flat()
      }),
    )
  }, [])
  for (const [index, { resolve }] of batch.entries()) resolve(read[index] ?? [])
}

/** The stored usage of a container since `from`, oldest first; empty where the browser stores nothing. */
export const recallSamples = (
  connection: string,
  uuid: string,
  { from, now }: { from: number; now: number },
): Promise<UsageSample[]> =>
  new Promise((resolve) => {
    if (wanted.length === 0) setTimeout(() => void readWanted(), 0)
    wanted.push({ connection, uuid, from, now, resolve })
  })

/** Since when each of these containers idles, as far as is stored; those that do not are left out. */
export const recallIdle = async (
  connection: string,
  uuids: readonly string[],
  now: number,
): Promise<{ uuid: string; since: number }[]> => {
  const since = async (uuid: string, from: number) =>
    idleSince(await recallSamples(connection, uuid, { from, now }), now)
  const found = await Promise.all(
    uuids.map(async (uuid) => {
      // A day is read of those alone that have idled for long enough.
      const isIdle = (await since(uuid, now - IDLE_FOR - 2 * COVERED)) !== null
      const whole = isIdle ? await since(uuid, now - storedFor) : null
      return whole === null ? [] : [{ uuid, since: whole }]
    }),
  )
  return found.flat()
}

/** How far back (ms) views of usage go: the spans that `usageQuery` is given. */
const spans = [HOUR, DAY]

/** A reading and whose it is. */
export interface UsageOf {
  uuid: string
  sample: UsageSample
}

/** What is too old or of the future is looked for this often (ms), and not with each of a fleet's readings. */
const pruneEvery = 10 * MINUTE
/** When it was last looked for, by account and container; a clock that was put right makes it due. */
const prunedAt = new Map<string, number>()

const isPruneDue = (connection: string, uuid: string, now: number): boolean => {
  const key = `${connection} ${uuid}`
  const before = prunedAt.get(key)
  if (before !== undefined && now >= before && now - before < pruneEvery) return false
  prunedAt.set(key, now)
  return true
}

/**
 * Stores readings in one transaction, and now and then drops what is older than a day or from a time when the clock was ahead. One that
 * another tab has stored a moment before is left out. False where nothing could be stored, or the account is forgotten.
 */
export const storeSamples = (
  connection: string,
  readings: readonly UsageOf[],
  now: number,
  isForgotten = watchForgetting(),
): Promise<boolean> =>
  writeOfAccount(
    connection,
    isForgotten,
    ['samples'],
    async ({ store }) => {
      await Promise.all(
        readings.map(async ({ uuid, sample }) => {
          const { at } = sample
          if (isPruneDue(connection, uuid, now)) {
            await store.delete(range(connection, uuid, 0, now - storedFor))
            await store.delete(
              range(connection, uuid, Math.max(now, at) + SAMPLE_SPACING, Number.MAX_SAFE_INTEGER),
            )
          }
          const near = await store.getKey(range(connection, uuid, at - SAMPLE_SPACING, at + SAMPLE_SPACING))
          if (near === undefined) await store.put({ connection, uuid, ...sample })
        }),
      )
      return true
    },
    false,
  )

/**
 * Records each usage reading of an account once, whoever made it, by following the cache of queries: appends it to what views show
 * and stores it, some of a fast pace left out. `write` is the store's. Returns how to stop.
 */
export const recordUsage = (
  queries: QueryClient,
  connectionId: string,
  now: () => number,
  write: typeof storeSamples = storeSamples,
): (() => void) => {
  const isForgotten = watchForgetting()
  const storedAt = new Map<string, number>()
  let waiting: UsageOf[] = []
  let isWriting = false

  /** What comes while a write is under way is written together after it: a fleet's readings are not a transaction each. */
  const flush = async () => {
    if (isWriting) return
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(connectionId, batch, now(), isForgotten)
    }
    isWriting = false
  }

  const take = ({ meta, state, queryKey }: Query) => {
    const uuid = meta?.usageOf
    if (uuid === undefined || queryKey[0] !== connectionId || state.data === undefined) return
    const { success, data } = z.safeParse(statsAnswer, state.data)
    if (!success) return
    const sample = fromStats(data, state.dataUpdatedAt)
    // By their whole keys: to look through all queries of a large fleet at each of its readings takes long.
    for (const span of spans) {
      const key = storedKey(connectionId, 'usage', uuid, span)
      if (queries.getQueryCache().get(hashKey(key)) !== undefined) queries.setQueryData(key, [sample])
    }
    const before = storedAt.get(uuid)
    if (before !== undefined && Math.abs(sample.at - before) < SAMPLE_SPACING) return
    // The clock was ahead and is put right: what views let go of as too old meanwhile is still stored.
    if (before !== undefined && sample.at < before)
      void queries.invalidateQueries({ queryKey: storedKey(connectionId, 'usage', uuid) })
    storedAt.set(uuid, sample.at)
    waiting.push({ uuid, sample })
    void flush()
  }

  for (const query of queries.getQueryCache().findAll({ queryKey: [connectionId] })) take(query)
  return queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.action.manual !== true)
      take(event.query)
  })
}
