import { useQuery } from '@tanstack/react-query'
import Activity from 'lucide-react/icons/activity'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { paths } from '#model/paths.ts'
import { KeyRefused } from '#page/key-refused.tsx'
import { StorageNote, useStorageProblem } from '#page/storage-problem.tsx'
import { useSearchState } from '#page/use-search-state.ts'
import { activityQuery } from '#storage/stored-queries.ts'
import { buttonClass } from '#ui/button.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'

import { activitySearch, type ActivityView } from './activity-search.ts'
import { BarSwatch } from './day-bars.tsx'
import { Record } from './record.tsx'

/** Before anything happened: what will stand here, and where things happen. */
export const EmptyRecord = ({ isStored }: { isStored: boolean }) => (
  <div className="mx-auto mt-14 flex min-h-59 max-w-sm flex-col rounded-panel border border-line-strong bg-surface p-5 max-sm:mt-3">
    <span aria-hidden className="grid size-10 place-items-center rounded-panel bg-accent-soft text-accent">
      <Activity size={20} strokeWidth={1.75} />
    </span>
    <h2 className="mt-3.5 text-[1rem] leading-[1.375rem] font-semibold">No activity yet</h2>
    <p className="mt-1 text-ink-muted">
      What you do, and what changes while a tab is open, is{' '}
      {isStored ? 'recorded in this browser' : 'listed here until the page is closed'}.
    </p>
    <Link to={paths.instances()} className={`${buttonClass({ variant: 'primary' })} mt-auto w-full`}>
      Go to instances
    </Link>
  </div>
)

interface LegendItemProps {
  isOn: boolean
  onPress: () => void
  children: ReactNode
}

const LegendItem = ({ isOn, onPress, children }: LegendItemProps) => (
  <button
    type="button"
    aria-pressed={isOn}
    onClick={onPress}
    className="flex h-6.5 items-center gap-1.5 rounded-control px-2 text-small text-ink-muted hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent forced-colors:aria-pressed:border pointer-coarse:h-8"
  >
    {children}
  </button>
)

/** What the colours of the bars mean; a press shows only these. */
const Legend = ({ view, onView }: { view: ActivityView; onView: (part: Partial<ActivityView>) => void }) => (
  <div role="group" aria-label="Only" className="-mr-2 flex flex-wrap">
    <LegendItem
      isOn={view.kind === 'did'}
      onPress={() => onView({ kind: view.kind === 'did' ? 'all' : 'did' })}
    >
      <BarSwatch part="own" />
      done here
    </LegendItem>
    <LegendItem
      isOn={view.kind === 'saw'}
      onPress={() => onView({ kind: view.kind === 'saw' ? 'all' : 'saw' })}
    >
      <BarSwatch part="seen" />
      seen
    </LegendItem>
    <LegendItem
      isOn={view.what === 'failed'}
      onPress={() => onView({ what: view.what === 'failed' ? 'all' : 'failed' })}
    >
      <BarSwatch part="failed" />
      failed
    </LegendItem>
  </div>
)

/** What this browser did and what it saw change; no more, since the API keeps no history. */
const ActivityPage = () => {
  const { data: record } = useQuery(activityQuery(useApi()))
  const { values: view, change } = useSearchState(activitySearch)
  const problem = useStorageProblem('activity')
  useTitle('Activity')
  const entries = record?.happenings ?? []
  return (
    <div data-wide>
      <PageHeader
        title="Activity"
        actions={entries.length > 0 ? <Legend view={view} onView={change} /> : undefined}
      />
      <KeyRefused />
      <StorageNote problem={problem} />
      {record !== undefined && entries.length === 0 && <EmptyRecord isStored={problem === null} />}
      {entries.length > 0 && <Record entries={entries} view={view} onView={change} />}
    </div>
  )
}
export default ActivityPage
