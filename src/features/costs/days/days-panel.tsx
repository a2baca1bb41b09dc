import type { Ledger } from '#model/ledger/ledger.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import type { CostsView, Span } from '../costs-search.ts'
import { seenSince } from '../month/month-figures.ts'
import { DaysChart } from './days-chart.tsx'
import { spanParts } from './span-days.ts'

const spanWords: readonly { value: Span; label: string }[] = [
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
  { value: 'month', label: 'This month' },
  { value: '12m', label: '12 months' },
]

interface DaysPanelProps {
  /** Null while this browser's memory is being read. */
  ledger: Ledger | null
  /** Milliseconds since the epoch. */
  now: number
  view: CostsView
  onChange: (part: Partial<CostsView>) => void
}

const Body = ({ ledger, now, span }: { ledger: Ledger | null; now: number; span: Span }) => {
  if (ledger === null) return <Skeleton className="h-[292px] w-full" />
  const since = seenSince(ledger)
  if (since === null)
    return (
      <EmptyState title="It begins with today">
        The service keeps no history of costs, so this browser keeps its own: from now on, and only while a
        tab of Hatteras is open somewhere in it.
      </EmptyState>
    )
  return <DaysChart parts={spanParts(ledger, span, now)} span={span} since={since} />
}

/** What the days before came to, as far as this browser saw them. */
export const DaysPanel = ({ ledger, now, view: { span }, onChange }: DaysPanelProps) => (
  <Panel
    title="Over days"
    aside="estimates, as far as this browser saw"
    actions={
      <Segmented
        label="Time span"
        options={spanWords}
        value={span}
        onValueChange={(next) => onChange({ span: next })}
        className="print:hidden"
      />
    }
  >
    <Body ledger={ledger} now={now} span={span} />
  </Panel>
)
