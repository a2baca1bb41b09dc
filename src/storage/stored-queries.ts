import { queryOptions } from '@tanstack/react-query'

import { HOUR } from '#lib/time.ts'
import { mergeSamples, type UsageHistory } from '#model/usage/usage.ts'

import { type Account, fromStorage, storedKey } from './stored-parts.ts'

/** What happened on the account, newest first, and when it was read. */
export const activityQuery = ({ connectionId, now }: Account) =>
  queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'activity'),
    queryFn: async () => {
      const { recallActivity } = await import('./activity.ts')
      return { happenings: await recallActivity(connectionId, now()), readAt: now() }
    },
  })

/** What this browser saw of the account's costs. */
export const ledgerQuery = ({ connectionId, now }: Account) =>
  queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'ledger'),
    queryFn: async () => {
      const { loadLedger } = await import('./ledger.ts')
      return loadLedger(connectionId, now())
    },
    structuralSharing: false,
  })

/** What is known under a name or a uuid, in each of these accounts, in their order. */
export const knownNamesQuery = ({ connectionId, now }: Account, others: readonly string[], ref: string) =>
  queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'names', ref, ...others),
    queryFn: async () => {
      const { recallName } = await import('./known-names.ts')
      return Promise.all([connectionId, ...others].map((id) => recallName(id, ref, now())))
    },
  })

/** How much this browser stores in all, or why it stores nothing. */
export const countsQuery = ({ connectionId }: Account) =>
  queryOptions({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'counts'),
    queryFn: async () => {
      const { countRemembered } = await import('./remembered.ts')
      return countRemembered()
    },
  })

const isHistory = (data: unknown): data is UsageHistory => Array.isArray(data)

/** The usage of a container over the last `span` milliseconds, an hour or a day: what is stored, and each reading as it comes. */
export const usageQuery = ({ connectionId, now }: Account, uuid: string, span: number) => {
  const historyIn = (data: unknown): UsageHistory => (isHistory(data) ? data : [])
  return queryOptions<UsageHistory>({
    ...fromStorage,
    queryKey: storedKey(connectionId, 'usage', uuid, span),
    queryFn: async ({ client }) => {
      const { recallSamples } = await import('./usage-samples.ts')
      const samples = await recallSamples(connectionId, uuid, { from: now() - span, now: now() })
      // Where the browser stores nothing, what the fleet has seen is here alone.
      const seen = client.getQueryData(storedKey(connectionId, 'usage', uuid, HOUR))
      return mergeSamples(samples, historyIn(seen), { now: now(), span })
    },
    // Readings that come while storage is being read are not lost to what it returns.
    structuralSharing: (before, after) =>
      mergeSamples(historyIn(before), historyIn(after), { now: now(), span }),
  })
}
