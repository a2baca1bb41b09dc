import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'

import { useApi } from '#api/api-context.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { formatDuration } from '#lib/format.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { pluralize } from '#lib/text.ts'
import { MINUTE, SECOND } from '#lib/time.ts'
import { stateSinceOf } from '#model/instance/state-since.ts'
import { clockBehind } from '#model/ledger/clock.ts'
import type { Ledger } from '#model/ledger/ledger.ts'
import { budgetStatus } from '#model/pricing/budget.ts'
import { type Amount, type CostPart, costParts, sumCosts } from '#model/pricing/cost.ts'
import {
  exactText,
  hiddenDigits,
  hourlyFigure,
  hourlyText,
  monthlyFigure,
} from '#model/pricing/price-text.ts'
import { attention } from '#model/usage/findings.ts'
import { CostBar, PartSwatch } from '#page/cost-bar.tsx'
import { saveStored } from '#page/save-stored.ts'
import { useEvery, useNow } from '#page/use-now.ts'
import { useTimeLimit } from '#page/use-on-its-way.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { statesSeen } from '#storage/instances.ts'
import { monthlyBudget } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { announce } from '#ui/announcer.tsx'
import { Note } from '#ui/note.tsx'
import { PanelBoundary } from '#ui/panel.tsx'

import { BreakdownPanel } from './breakdown/breakdown-panel.tsx'
import { type BurnPart, splitBurn } from './burn.ts'
import { costsGrid, sideColumn } from './costs-grid.ts'
import { costsSearch } from './costs-search.ts'
import { DaysPanel } from './days/days-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { footnotes } from './footnotes.ts'
import { BudgetButton } from './month/budget-button.tsx'
import { lastMonth, monthEndOf, monthToDate } from './month/month-figures.ts'
import { MonthPanel } from './month/month-panel.tsx'
import { OutlookPanel } from './month/outlook-panel.tsx'
import { NowPanel } from './now/now-panel.tsx'
import { partLabels } from './prices.ts'
import { projections, seenPattern } from './projections.ts'
import { useWhatIf } from './what-if.ts'

/** What the parts above zero come to: a total of the service's own that is less than its rates has a part below. */
const lengthOf = (parts: readonly BurnPart[]): Usd =>
  parts.reduce((sum, { now: { known } }) => (known > ZERO ? sum + known : sum), ZERO)

const inOrder = (parts: readonly BurnPart[]): { part: CostPart; now: BurnPart['now'] }[] =>
  costParts.flatMap((part) => {
    const found = parts.find(({ key }) => key === part)
    return found === undefined ? [] : [{ part, now: found.now }]
  })

/** What everything costs now, in one figure and as a bar of what it is made of. */
const Summary = ({ instances }: { instances: readonly Instance[] }) => {
  const { total, parts } = splitBurn(instances, 'component')
  const { prefix, figure } = hourlyFigure(total)
  const length = lengthOf(parts)
  return (
    <section
      aria-label="Cost now"
      className="mt-1.5 mb-4 flex min-h-9 items-center gap-x-7 gap-y-1.5 max-md:flex-col max-md:items-stretch"
    >
      <p
        className="flex flex-wrap items-baseline justify-between gap-x-2.5 whitespace-nowrap text-ink-muted"
        translate="no"
      >
        <span>
          {prefix !== '' && <span className="mr-1 text-secondary">{prefix}</span>}
          <span
            className="text-figure font-semibold text-ink"
            data-tooltip={hiddenDigits(total) === null ? undefined : exactText(total)}
          >
            {figure}
          </span>
          <span className="ml-1 text-secondary">/ h</span>
        </span>
        <span>{monthlyFigure(total)} / month</span>
      </p>
      {parts.length > 0 && (
        <div className="min-w-0 flex-1">
          {length > ZERO && <CostBar price={total} scale={length} className="h-2.5" />}
          <ul
            aria-label="What it is made of"
            className="mt-1.5 flex flex-wrap gap-x-5 text-small text-ink-muted max-md:gap-x-3.5"
          >
            {inOrder(parts).map(({ part, now }) => (
              <li
                key={part}
                className="flex items-center gap-1.5 whitespace-nowrap"
                data-tooltip={hiddenDigits(now) === null ? undefined : exactText(now)}
              >
                <PartSwatch part={part} />
                {partLabels[part]}
                <span className="font-medium text-ink" translate="no">
                  {hourlyText(now)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

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
  // Whatever comes by itself waits for what is pressed: of thousands of instances each takes a while.
  const now = useDeferredValue(useNow(MINUTE))
  const stored = monthlyBudget.of(connectionId)
  const budget = useStored(stored)
  const stateSince = stateSinceOf(useDeferredValue(useStored(statesSeen.of(connectionId))))
  const idleSince = idleSinceOf(useDeferredValue(useQuery(idleQuery(api, instances)).data))
  const whatIf = useWhatIf(instances, view, change)

  const monthEnd = monthEndOf(now)
  const pattern = ledger === null ? null : seenPattern(ledger, now)
  const projected = projections(instances, pattern, { now, monthEnd })
  const toMonthEnd = projected[0].figures?.toMonthEnd ?? nothing
  const month = ledger === null ? null : monthToDate(ledger, now)
  const status = month === null || budget === null ? null : budgetStatus(budget, month, toMonthEnd)
  const whole = sumCosts([
    { known: month?.estimate ?? ZERO, unknown: month?.unknown ?? [], assumed: false },
    { ...toMonthEnd, assumed: false },
  ])
  const limitOf = useTimeLimit(instances)
  const findings = attention(
    { instances, seen: { stateSince, idleSince, limitOf }, budget: null, dismissals: [] },
    now,
  )
  const idle = new Map(
    findings.flatMap(({ kind, uuid, fact }) => (kind === 'idle' && uuid !== null ? [[uuid, fact]] : [])),
  )

  return (
    // Bars are data: they are printed with their colours.
    <div className="[print-color-adjust:exact]">
      <Summary instances={instances} />
      <ClockNote />
      {unreadable > 0 && (
        <Note className="mb-4">
          {pluralize(unreadable, 'row')} of the service&apos;s answer could not be read and{' '}
          {unreadable === 1 ? 'is' : 'are'} missing from every figure below.
        </Note>
      )}
      <div className={costsGrid}>
        <PanelBoundary title="Now" of={instances}>
          <NowPanel instances={instances} idle={idle} whatIf={whatIf} />
        </PanelBoundary>
        <div className={sideColumn}>
          <PanelBoundary title="A month" of={instances}>
            <OutlookPanel
              projections={projected}
              seen={pattern?.seen ?? null}
              whatIf={whatIf}
              monthEnd={monthEnd}
              budget={budget}
              budgetButton={
                <BudgetButton
                  budget={budget}
                  status={status}
                  onBudget={(next) => {
                    if (saveStored(stored, next))
                      announce(next === null ? 'Budget removed.' : 'Budget saved in this browser.')
                  }}
                />
              }
            />
          </PanelBoundary>
          <PanelBoundary title="This month" of={ledger}>
            <MonthPanel
              figures={month}
              past={ledger === null ? null : lastMonth(ledger, now)}
              projected={whole}
              budget={budget}
              status={status}
              now={now}
              monthEnd={monthEnd}
            />
          </PanelBoundary>
          {/* Below what is still being read: what stands there would be pushed down. */}
          {ledger !== null && (
            <div className="grid gap-4 max-lg:order-1">
              <PanelBoundary title="By day" of={ledger}>
                <DaysPanel ledger={ledger} now={now} view={view} onChange={change} />
              </PanelBoundary>
              <PanelBoundary title="Findings" of={instances}>
                <FindingsPanel findings={findings} />
              </PanelBoundary>
              <p className="px-1 text-small text-pretty text-ink-muted">
                {footnotes(instances, month?.unknown).join(' ')}
              </p>
            </div>
          )}
        </div>
        <PanelBoundary title="Breakdown" of={instances}>
          <BreakdownPanel instances={instances} view={view} onChange={change} whatIf={whatIf} />
        </PanelBoundary>
      </div>
    </div>
  )
}
