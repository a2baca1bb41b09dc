import type { UseQueryResult } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatAgo, formatStopwatch } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

import { useNow } from './use-now.ts'

/** Old data: a few words in the place of how fresh it is, and all of it as the tip and description of these. */
const Stale = ({ words, children }: { words: string; children: string }) => (
  <Button size="sm" variant="ghost" className="text-lamp-ink" consequence={children}>
    {words}
  </Button>
)

/** How old the shown data is; where the last reading failed, why, and when the next try comes. Quiet: the data stays. */
export const Freshness = ({ query }: { query: UseQueryResult }) => {
  const now = useNow(SECOND)
  const { pollTiming } = useApi()
  if (query.dataUpdatedAt === 0) return null
  const age = formatAgo(now - query.dataUpdatedAt)
  if (query.fetchStatus === 'paused')
    return (
      <Stale words="offline">{`You are offline. Showing data from ${age}; it goes on when you are back.`}</Stale>
    )
  if (query.error?.isUnauthorized)
    return (
      <span className="flex items-center gap-2">
        <Stale words="key not accepted">{`The API key is no longer accepted. Showing data from ${age}.`}</Stale>
        <Button size="sm" pending={query.isFetching} onClick={() => void query.refetch()}>
          Enter a key
        </Button>
      </span>
    )
  if (query.error !== null) {
    const next = pollTiming.nextTry(query.error, query.errorUpdatedAt)
    const isNow = query.isFetching || next === null || next - now < SECOND
    const when = isNow ? 'now' : `in ${formatStopwatch(next - now)}`
    return (
      <Stale words={`retry ${when}`}>
        {`${query.error.message} Showing data from ${age}. Next try ${when}.`}
      </Stale>
    )
  }
  return (
    <p className="flex items-center gap-1.5 text-small whitespace-nowrap text-ink-muted">
      <span aria-hidden className="size-1.5 rounded-full bg-run" />
      <span>
        <span className="sr-only">updated </span>
        {age}
      </span>
    </p>
  )
}
