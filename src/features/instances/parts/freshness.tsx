import type { UseQueryResult } from '@tanstack/react-query'

import { formatAgo } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

import { useNow } from './use-now.ts'

/** How old the shown data is; where the last reading failed, why, and that it is tried again. Quiet: the data stays. */
export const Freshness = ({ query }: { query: UseQueryResult }) => {
  const now = useNow(SECOND)
  if (query.dataUpdatedAt === 0) return null
  const age = formatAgo(now - query.dataUpdatedAt)
  if (query.fetchStatus === 'paused')
    return (
      <p className="text-small text-lamp-ink">
        You are offline. This is from {age}; it goes on when you are back.
      </p>
    )
  if (query.error?.isUnauthorized)
    return (
      <p className="flex flex-wrap items-center gap-2 text-small text-lamp-ink">
        The API key is no longer accepted. This is from {age}.
        <Button size="sm" pending={query.isFetching} onClick={() => void query.refetch()}>
          Enter a key
        </Button>
      </p>
    )
  if (query.error !== null)
    return (
      <p className="text-small text-lamp-ink">
        {query.error.message} This is from {age}; trying again by itself.
      </p>
    )
  return <p className="text-small text-ink-muted">updated {age}</p>
}
