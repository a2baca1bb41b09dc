import type { UseQueryResult } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { readNow } from '#api/online.ts'
import { formatAgo, formatStopwatch } from '#lib/format.ts'
import { SECOND } from '#lib/time.ts'
import { Button } from '#ui/button.tsx'

import { useNow } from './use-now.ts'

interface StaleProps {
  words?: string
  action?: string
  query: UseQueryResult
  children: string
}

/** Old data: a few words, the way to a new reading, and all there is to say as its tip and description. */
const Stale = ({ words, action = 'Try now', query, children }: StaleProps) => (
  <span className="flex items-center gap-0.5 text-small whitespace-nowrap text-lamp-ink">
    {words !== undefined && <span>{words}</span>}
    <Button
      size="sm"
      variant="ghost"
      className="text-lamp-ink"
      consequence={children}
      onClick={() => {
        // What is in between signs in a page, and not what a page asks for.
        if (query.error?.kind === 'sign-in') location.reload()
        else readNow(query)
      }}
    >
      {action}
    </Button>
  </span>
)

interface FreshnessProps {
  query: UseQueryResult
  /** Says nothing while all is well: something beside it tells how fresh the page is. */
  quiet?: boolean
}

/** How old the shown data is; where the last reading failed, why, and when the next try comes. Quiet: the data stays. */
export const Freshness = ({ query, quiet = false }: FreshnessProps) => {
  const now = useNow(SECOND)
  const { pollTiming } = useApi()
  if (query.dataUpdatedAt === 0) return null
  const age = formatAgo(now - query.dataUpdatedAt)
  if (query.fetchStatus === 'paused')
    return (
      <Stale words="offline" query={query}>
        {`You are offline. Showing data from ${age}; it goes on when you are back.`}
      </Stale>
    )
  if (query.error?.kind === 'sign-in')
    return (
      <Stale action="Reload" query={query}>
        {`${query.error.message} Showing data from ${age}.`}
      </Stale>
    )
  if (query.error?.isUnauthorized)
    return (
      <Stale action="Enter a key" query={query}>
        {`The API key is no longer accepted. Showing data from ${age}.`}
      </Stale>
    )
  if (query.error !== null) {
    const next = pollTiming.nextTry(query.error, query.errorUpdatedAt)
    const isNow = query.isFetching || next === null || next - now < SECOND
    const when = isNow ? 'now' : `in ${formatStopwatch(next - now)}`
    return (
      <Stale words={`retry ${when}`} query={query}>
        {`${query.error.message} Showing data from ${age}. Next try ${when}.`}
      </Stale>
    )
  }
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
