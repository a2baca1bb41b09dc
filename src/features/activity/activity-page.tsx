import Activity from 'lucide-react/icons/activity'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { formatDateTime } from '#lib/format.ts'
import { matches, pluralize } from '#lib/text.ts'
import { type ActivityEntry, recallActivity } from '#local/activity.ts'
import { paths } from '#model/paths.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useTitle } from '#ui/use-title.ts'

const refreshEvery = 5000
const shownAtMost = 300

const useActivity = (): ActivityEntry[] | null => {
  const { connectionId } = useApi()
  const [entries, setEntries] = useState<ActivityEntry[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const found = await recallActivity(connectionId)
      if (isCurrent) setEntries(found)
    }
    void read()
    const timer = setInterval(() => void read(), refreshEvery)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [connectionId])
  return entries
}

/** What this browser did and what it saw change; no more, since the API keeps no history. */
const ActivityPage = () => {
  const entries = useActivity()
  const [query, setQuery] = useState('')
  useTitle('Activity')
  if (entries === null) return <PageHeader title="Activity" />

  const found = entries.filter(({ name, text }) => matches([name, text], query))
  return (
    <>
      <PageHeader title="Activity" beside={<span className="text-ink-muted">seen by this browser</span>} />
      {entries.length === 0 ? (
        <EmptyState icon={<Activity aria-hidden size={18} />} title="Nothing seen yet">
          What you do here, and what changes while a tab is open, is listed on this page. It stays in this
          browser.
        </EmptyState>
      ) : (
        <div className="mt-4 grid gap-3">
          <TextInput
            type="search"
            aria-label="Search activity"
            placeholder="Search activity"
            className="w-72 max-md:w-full"
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value)
            }}
          />
          <ol className="rounded-panel border border-line bg-surface">
            {found.slice(0, shownAtMost).map(({ at, uuid, name, text, kind }) => (
              <li
                key={`${at} ${uuid ?? ''} ${text}`}
                className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-4 py-2.5 last:border-b-0"
              >
                <span className="min-w-0">
                  <Link to={paths.instance(uuid ?? name)} className="font-name wrap-anywhere hover:underline">
                    {name}
                  </Link>{' '}
                  {kind === 'did' ? `· ${text}` : text}
                </span>
                <time dateTime={new Date(at).toISOString()} className="ml-auto text-secondary text-ink-muted">
                  {formatDateTime(at)}
                </time>
              </li>
            ))}
          </ol>
          {found.length === 0 && <p className="text-ink-muted">Nothing matches.</p>}
          {found.length > shownAtMost && (
            <p className="text-secondary text-ink-muted">
              {pluralize(found.length - shownAtMost, 'older entry', 'older entries')} not shown; search to
              find them.
            </p>
          )}
        </div>
      )}
    </>
  )
}
export default ActivityPage
