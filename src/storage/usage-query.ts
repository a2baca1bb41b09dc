import { queryOptions } from '@tanstack/react-query'

import { HOUR } from '#lib/time.ts'
import { mergeSamples, type UsageHistory } from '#model/usage/usage.ts'

import { type Account, fromStorage, storedKey } from './stored-parts.ts'

const isHistory = (data: unknown): data is UsageHistory => Array.isArray(data)

/** The usage of a container over the last `span` milliseconds, a day at most: what is stored, and each reading as it comes. */
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
