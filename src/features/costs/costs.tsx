import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'

import { useApi } from '#api/api-context.ts'
import type { InstanceList } from '#contract/instance.ts'
import { ZERO } from '#lib/money.ts'
import { formatDuration } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { MINUTE, SECOND } from '#lib/time.ts'
import { monthlyBudget } from '#storage/budget.ts'
import { useStored } from '#storage/stored-value.ts'
import { statesSeen } from '#storage/states-seen.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { attention } from '#model/usage/attention.ts'
import { clockBehind } from '#model/ledger/clock.ts'
import { budgetStatus } from '#model/pricing/budget.ts'
import { type Amount, sumCosts } from '#model/pricing/cost.ts'
import { seenPattern } from './ledger-pattern.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { projections } from './projections.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { useEvery, useNow } from '#page/use-now.ts'
import { saveStored } from '#page/save-stored.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { announce } from '#ui/announcer.tsx'
import { Note } from '#ui/note.tsx'
import { PanelBoundary } from '#ui/panel-boundary.tsx'

import { BreakdownPanel } from './breakdown/breakdown-panel.tsx'
import { costsSearch } from './costs-search.ts'
import { DaysPanel } from './days/days-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { monthEndOf, monthToDate } from './month/month-figures.ts'
import { MonthPanel } from './month/month-panel.tsx'
import { NowPanel } from './now-panel.tsx'
import { ProjectionsPanel } from './projections-panel.tsx'

/** Days and months go by this computer's clock: where the service's is far from it, the figures of a page may be of other days than they say. */
const ClockNote = () => {
  const behind = clockBehind(useEvery(SECOND, useApi().serviceDate))
  if (behind === null || behind === 0) return null
  const size = formatDuration(Math.round(Math.abs(behind) / MINUTE) * MINUTE)
  return (
    <Note>
      <span>
        This computer’s clock is {size} {behind > 0 ? 'behind' : 'ahead of'} the service’s.
      </span>{' '}
      What is seen is recorded at the time of the service, while “this month” and the days below go by this
      computer.
    </Note>
  )
}

const nothing: Amount = { known: ZERO, unknown: [] }

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
  const stored = monthlyBudget.of(connectionId)
  const budget = useStored(stored)
  const stateSince = stateSinceOf(useStored(statesSeen.of(connectionId)))
  const idleSince = idleSinceOf(useQuery(idleQuery(api, instances)).data)

  // Cutting a year of thousands of instances into days may take a while: a click goes first.
  const ledgerOfDays = useDeferredValue(ledger)

  const monthEnd = monthEndOf(now)
  const projected = projections(instances, ledger === null ? null : seenPattern(ledger, now), {
    now,
    monthEnd,
  })
  const toMonthEnd = projected[0].figures?.toMonthEnd ?? nothing
  const month = ledger === null ? null : monthToDate(ledger, now)
  const status = month === null || budget === null ? null : budgetStatus(budget, month, toMonthEnd)
  const whole = sumCosts([
    { known: month?.estimate ?? ZERO, unknown: month?.unknown ?? [], assumed: false },
    { ...toMonthEnd, assumed: false },
  ])
  const findings = attention(
    { instances, seen: { stateSince, idleSince }, budget: null, dismissals: [] },
    now,
  )
  const idling = new Set(findings.filter(({ kind }) => kind === 'idle').map(({ uuid }) => uuid))

  return (
    <div className="mt-3.5 grid gap-4 lg:grid-cols-[minmax(0,1fr)_368px] *:lg:col-span-2">
      <ClockNote />
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
            projected={whole}
            budget={budget}
            status={status}
            onBudget={(next) => {
              if (saveStored(stored, next))
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
