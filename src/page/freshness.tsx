import { onlineManager, type UseQueryResult } from '@tanstack/react-query'

import { formatAgo } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

import { useEvery, useNow } from './use-now.ts'

// Comes with what follows the first rows, so that it is there when the network is not.
const Stale = lazyPart(() => import('./stale.tsx'), { failed: 'silent' })

// A query that is not due while the browser is offline is not paused either.
const readOnline = () => onlineManager.isOnline()

interface FreshnessProps {
  query: UseQueryResult
  /** Says nothing while all is well: something beside it tells how fresh the page is. */
  quiet?: boolean
}

/** How old the shown data is; where the last reading failed, why, and when the next try comes. Quiet: the data stays. */
export const Freshness = ({ query, quiet = false }: FreshnessProps) => {
  const now = useNow(SECOND)
  const isOffline = !useEvery(SECOND, readOnline) || query.fetchStatus === 'paused'
  if (query.dataUpdatedAt === 0) return null
  const age = formatAgo(now - query.dataUpdatedAt)
  if (isOffline || query.error !== null)
    return <Stale query={query} isOffline={isOffline} age={age} now={now} />
  if (quiet) return null
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
