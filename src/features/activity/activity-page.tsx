import { useQuery } from '@tanstack/react-query'
import Activity from 'lucide-react/icons/activity'
import Eye from 'lucide-react/icons/eye'
import UserRound from 'lucide-react/icons/user-round'
import { useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { csvText } from '#lib/csv.ts'
import { formatAgo, formatDateTime } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { isoText } from '#lib/time.ts'
import { paths } from '#model/paths.ts'
import { useSearchState } from '#page/use-search-state.ts'
import type { Happening } from '#model/activity/happenings.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { Button } from '#ui/button.tsx'
import { downloadText } from '#ui/download.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Tooltip } from '#ui/tooltip.tsx'
import { useTitle } from '#ui/use-title.ts'

import { activitySearch, entriesIn } from './activity-search.ts'
import { type ActivityDay, byDay } from './by-day.ts'

const Entry = ({ entry, now }: { entry: Happening; now: number }) => {
  const { at, uuid, name, title, isOwn } = entry
  const Icon = isOwn ? UserRound : Eye
  return (
    <li className="flex items-baseline gap-3 border-b border-line px-4 py-2.5 last:border-b-0">
      <Icon aria-hidden size={14} className="shrink-0 translate-y-0.5 text-ink-muted" />
      <p className="min-w-0 grow">
        <Link to={paths.instanceByRef(uuid ?? name)} className="font-name wrap-anywhere hover:underline">
          {name}
        </Link>
        <span className="wrap-break-word text-ink-muted"> {title}</span>
      </p>
      <time dateTime={isoText(at)} className="shrink-0 text-secondary text-ink-muted">
        <Tooltip text={formatDateTime(at)}>{formatAgo(now - at)}</Tooltip>
      </time>
    </li>
  )
}

/** One day of the record, under a heading that stays in sight while one reads it. */
const ActivityDayList = ({ day, now }: { day: ActivityDay; now: number }) => (
  <section aria-label={day.label}>
    <h2 className="sticky top-0 z-10 bg-canvas py-2 text-secondary font-semibold">{day.label}</h2>
    <ol className="rounded-panel border border-line bg-surface">
      {day.entries.map((entry) => (
        <Entry key={entry.key} entry={entry} now={now} />
      ))}
    </ol>
  </section>
)

const ClearDialog = lazyPart(() => import('./clear-dialog.tsx'))

/** A page of the record at a time: it can be 2,000 entries long. */
const pageSize = 200

const exportEntries = (entries: readonly Happening[]) =>
  downloadText(
    'hatteras-activity.csv',
    csvText([
      ['time', 'kind', 'name', 'uuid', 'text'],
      ...entries.map(({ at, kind, name, uuid, title }) => [isoText(at), kind, name, uuid, title]),
    ]),
    'text/csv',
  )

/** The part of the record that is looked for, day by day. */
const Found = ({ entries, now }: { entries: readonly Happening[]; now: number }) => {
  const [shown, setShown] = useState(pageSize)
  if (entries.length === 0)
    return (
      <EmptyState title="Nothing matches" className="rounded-panel border border-line bg-surface">
        Words are looked for in names, uuids, and what happened.
      </EmptyState>
    )
  return (
    <div className="grid gap-3">
      {byDay(entries.slice(0, shown), now).map((day) => (
        <ActivityDayList key={day.start} day={day} now={now} />
      ))}
      {entries.length > shown && (
        <Button className="justify-self-center" onClick={() => setShown(shown + pageSize)}>
          Show older entries ({entries.length - shown})
        </Button>
      )}
    </div>
  )
}

/** What this browser did and what it saw change; no more, since the API keeps no history. */
const ActivityPage = () => {
  const { data: record } = useQuery(activityQuery(useApi()))
  const { values: view, change } = useSearchState(activitySearch)
  const [isClearing, setClearing] = useState(false)
  useTitle('Activity')
  if (record === undefined) return <PageHeader title="Activity" />

  const { happenings: entries, readAt } = record
  const found = entriesIn(entries, view)
  const nothing = entries.length === 0 ? 'There is no activity yet.' : undefined
  return (
    <>
      <PageHeader
        title="Activity"
        beside={<span className="text-ink-muted">done and seen in this browser</span>}
        actions={
          <>
            <Button variant="ghost" disabledReason={nothing} onClick={() => exportEntries(found)}>
              Export CSV
            </Button>
            <Button variant="ghost" disabledReason={nothing} onClick={() => setClearing(true)}>
              Clear activity
            </Button>
          </>
        }
      />
      {entries.length === 0 ? (
        <EmptyState icon={<Activity aria-hidden size={18} />} title="No activity yet">
          What you do here, and what changes while a tab is open, is listed on this page. The service keeps no
          history, so the list begins with this browser and stays in it.
        </EmptyState>
      ) : (
        <div className="mt-4 grid gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <div className="w-80 max-md:w-full">
              <SearchInput
                label="Search activity"
                value={view.q}
                onValueChange={(q) => change({ q }, { replace: true })}
              />
            </div>
            <Segmented
              label="Kind of activity"
              value={view.kind}
              options={[
                { value: 'all', label: 'All' },
                { value: 'did', label: 'Done here' },
                { value: 'saw', label: 'Seen' },
              ]}
              onValueChange={(kind) => change({ kind }, { replace: true })}
            />
            <p className="text-secondary text-ink-muted md:ml-auto">
              {pluralize(found.length, 'entry', 'entries')}
            </p>
          </div>
          <Found key={`${view.kind} ${view.q}`} entries={found} now={readAt} />
        </div>
      )}
      {isClearing && <ClearDialog count={entries.length} onClose={() => setClearing(false)} />}
    </>
  )
}
export default ActivityPage
