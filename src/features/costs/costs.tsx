import { useQuery } from '@tanstack/react-query'
import CircleDollarSign from 'lucide-react/icons/circle-dollar-sign'
import Clock from 'lucide-react/icons/clock'
import HardDrive from 'lucide-react/icons/hard-drive'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import type { InstanceList } from '#contract/instance.ts'
import { formatMonthly } from '#lib/format.ts'
import { sum, ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { DAY, MINUTE } from '#lib/time.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { paths } from '#model/paths.ts'
import { budgetStatus } from '#model/pricing/budget.ts'
import { attention } from '#model/usage/attention.ts'
import { type Finding, LARGE_DISK_GIB, STOPPED_FOR } from '#model/usage/findings.ts'
import { IDLE_FOR } from '#model/usage/usage.ts'
import { saveKept } from '#page/save-kept.ts'
import { useNow } from '#page/use-now.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { monthlyBudget } from '#storage/budget.ts'
import { useKept } from '#storage/kept.ts'
import { statesSeen } from '#storage/states-seen.ts'
import { idleQuery, idleSinceOf } from '#storage/stored-queries.ts'
import { announce } from '#ui/announcer.tsx'
import { buttonClass } from '#ui/button-class.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { PanelBoundary } from '#ui/panel-boundary.tsx'
import { Panel } from '#ui/panel.tsx'

import { BreakdownPanel } from './breakdown/breakdown-panel.tsx'
import { costsSearch } from './costs-search.ts'
import { DaysPanel } from './days/days-panel.tsx'
import { seenPattern } from './ledger-pattern.ts'
import { monthEndOf, monthToDate } from './month/month-figures.ts'
import { MonthPanel } from './month/month-panel.tsx'
import { NowPanel } from './now/now-panel.tsx'
import { ProjectionsPanel } from './projections-panel.tsx'
import { projections } from './projections.ts'

const firstFindings = 5

const icons = {
  error: TriangleAlert,
  slow: Clock,
  budget: CircleDollarSign,
  idle: Clock,
  stopped: HardDrive,
} as const

interface FindingLineProps {
  finding: Finding
  /** Of the instance it is about. */
  name: string
}

const FindingLine = ({ finding: { kind, uuid, title, detail, monthly }, name }: FindingLineProps) => {
  const Icon = icons[kind]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-4 py-2.5">
      <Icon aria-hidden size={16} className="shrink-0 text-lamp-ink max-sm:hidden" />
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium wrap-anywhere">{title}</p>
        <p className="text-secondary text-ink-muted">{detail}</p>
      </div>
      {monthly > ZERO && (
        <p className="font-semibold whitespace-nowrap text-lamp-ink">{formatMonthly(monthly)} / month</p>
      )}
      <Link
        to={paths.instance({ name, uuid: uuid ?? name })}
        aria-label={`Open ${name}`}
        className={`${buttonClass({ size: 'sm' })} print:hidden`}
      >
        Open
      </Link>
    </li>
  )
}

interface FindingsPanelProps {
  findings: readonly Finding[]
  /** Instance names by uuid. */
  names: ReadonlyMap<string, string>
}

/** What may be paid for nothing, the dearest first. Stopping and deleting are done on the instance's own page. */
const FindingsPanel = ({ findings, names }: FindingsPanelProps) => {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? findings : findings.slice(0, firstFindings)
  return (
    <Panel title="Findings" aside="as far as this browser saw" flush>
      {findings.length === 0 ? (
        <p className="px-4 py-3.5 text-secondary text-ink-muted">
          Nothing stands out. A container shows here once its use was watched here and idled for{' '}
          {IDLE_FOR / MINUTE} minutes, a disk of {LARGE_DISK_GIB} GiB or more once it was seen stopped for{' '}
          {STOPPED_FOR / DAY} days.
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((finding) => (
            <FindingLine
              key={finding.key}
              finding={finding}
              name={names.get(finding.uuid ?? '') ?? finding.uuid ?? ''}
            />
          ))}
        </ul>
      )}
      {shown.length < findings.length && (
        <div className="border-t border-line px-4 py-2.5 print:hidden">
          <Button size="sm" onClick={() => setWhole(true)}>
            Show all {findings.length}
          </Button>
        </div>
      )}
    </Panel>
  )
}

interface CostsProps {
  list: InstanceList
  ledger: Ledger | null
}

/** Every section of the page, for a fleet of at least one or a month that had some. */
export const Costs = ({ list: { instances, unreadable }, ledger }: CostsProps) => {
  const api = useApi()
  const { connectionId } = api
  const { values: view, change } = useSearchState(costsSearch)
  const now = useNow(MINUTE)
  const kept = monthlyBudget.of(connectionId)
  const budget = useKept(kept)
  const stateSince = stateSinceOf(useKept(statesSeen.of(connectionId)))
  const idleSince = idleSinceOf(useQuery(idleQuery(api, instances)).data)

  // Cutting a year of thousands of instances into days may take a while: a click goes first.
  const ledgerOfDays = useDeferredValue(ledger)

  const monthEnd = monthEndOf(now)
  const projected = projections(instances, ledger === null ? null : seenPattern(ledger, now), {
    now,
    monthEnd,
  })
  const toMonthEnd = projected[0].figures?.toMonthEnd ?? ZERO
  const month = ledger === null ? null : monthToDate(ledger, now)
  const status = month === null || budget === null ? null : budgetStatus(budget, month, toMonthEnd)
  const findings = attention(
    { instances, seen: { stateSince, idleSince }, budget: null, dismissals: [] },
    now,
  )
  const idling = new Set(findings.filter(({ kind }) => kind === 'idle').map(({ uuid }) => uuid))

  return (
    <div className="mt-3.5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_368px] *:lg:col-span-2">
      {unreadable > 0 && (
        <Note>
          {pluralize(unreadable, 'row')} of the service&apos;s answer could not be read and{' '}
          {unreadable === 1 ? 'is' : 'are'} missing from every figure below.
        </Note>
      )}
      <div className="contents *:lg:col-span-1">
        <PanelBoundary title="Now" of={instances}>
          <NowPanel instances={instances} idle={instances.filter(({ uuid }) => idling.has(uuid))} />
        </PanelBoundary>
        <PanelBoundary title="This month" of={ledger}>
          <MonthPanel
            figures={month}
            projected={sum([month?.estimate ?? ZERO, toMonthEnd])}
            budget={budget}
            status={status}
            onBudget={(next) => {
              if (saveKept(kept, next))
                announce(next === null ? 'Budget removed.' : 'Budget saved in this browser.')
            }}
          />
        </PanelBoundary>
      </div>
      <PanelBoundary title="Projections" of={instances}>
        <ProjectionsPanel projections={projected} monthEnd={monthEnd} />
      </PanelBoundary>
      <PanelBoundary title="Breakdown" of={instances}>
        <BreakdownPanel instances={instances} view={view} onChange={change} />
      </PanelBoundary>
      <PanelBoundary title="Over days" of={ledgerOfDays}>
        <DaysPanel ledger={ledgerOfDays} now={now} view={view} onChange={change} />
      </PanelBoundary>
      <PanelBoundary title="Findings" of={instances}>
        <FindingsPanel findings={findings} names={new Map(instances.map(({ uuid, name }) => [uuid, name]))} />
      </PanelBoundary>
    </div>
  )
}
