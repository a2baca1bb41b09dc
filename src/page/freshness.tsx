import type { UseQueryResult } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatAgo, formatDuration } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

import { useNow } from './use-now.ts'

const nextTryText = (at: number | null, now: number, isTrying: boolean): string => {
  if (isTrying) return 'Trying again now.'
  return at === null || at - now < SECOND
    ? 'Next try in a moment.'
    : `Next try in ${formatDuration(at - now)}.`
}

/** How old the shown data is; where the last reading failed, why, and when the next try comes. Quiet: the data stays. */
export const Freshness = ({ query }: { query: UseQueryResult }) => {
  const now = useNow(SECOND)
  const { pollTiming } = useApi()
  if (query.dataUpdatedAt === 0) return null
  const age = formatAgo(now - query.dataUpdatedAt)
  if (query.fetchStatus === 'paused')
    return (
      <p className="text-small text-lamp-ink">
        You are offline. Showing data from {age}; it goes on when you are back.
      </p>
    )
  if (query.error?.isUnauthorized)
    return (
      <p className="flex flex-wrap items-center gap-2 text-small text-lamp-ink">
        The API key is no longer accepted. Showing data from {age}.
        <Button size="sm" pending={query.isFetching} onClick={() => void query.refetch()}>
          Enter a key
        </Button>
      </p>
    )
  if (query.error !== null)
    return (
      <p className="text-small whitespace-pre-line text-lamp-ink">
        {query.error.message} Showing data from {age}.{' '}
        {nextTryText(pollTiming.nextTry(query.error, query.errorUpdatedAt), now, query.isFetching)}
      </p>
    )
  return <p className="text-small text-ink-muted">updated {age}</p>
}
