import type { Instance } from '#contract/instance.ts'
import { HOURS_PER_MONTH } from '#lib/money.ts'
import { type BurnPart, splitBurn } from '../burn.ts'
import { dailyText, hourlyText, monthlyText, unknownText } from '#model/pricing/price-text.ts'
import { Panel } from '#ui/panel.tsx'
import { StackedBar } from '../stacked-bar.tsx'

import { ComponentTable } from './component-table.tsx'
import { NowNotes } from './now-notes.tsx'
import { OfIt } from './of-it.tsx'
import { partFill } from './part-fills.ts'

/** What is below zero (a total of the service's own that is less than its rates) has no length. */
const segments = (parts: readonly BurnPart[]) =>
  parts
    .flatMap((part) => (part.parts.length > 0 ? part.parts : [part]))
    .map(({ key, now }) => ({ key, fill: partFill(key), size: Math.max(0, Number(now.known)) }))
    .filter(({ size }) => size > 0)

interface NowPanelProps {
  instances: readonly Instance[]
  /** Those of them that run and idle, as far as this browser knows. */
  idle: readonly Instance[]
}

/** What everything costs now, what that is made of, and how much of it might be for nothing. */
export const NowPanel = ({ instances, idle }: NowPanelProps) => {
  const { total, parts } = splitBurn(instances, 'component')
  const unknown = unknownText(total)
  return (
    <Panel title="Now" aside="at the rates the service reports">
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span>
          <span className="text-figure font-semibold">{hourlyText(total)}</span>{' '}
          <span className="text-ink-muted">/ hour{unknown === null ? '' : `, ${unknown}`}</span>
        </span>
        <span className="text-secondary text-ink-muted">
          {dailyText(total)} / day · {monthlyText(total)} / month of {HOURS_PER_MONTH} h
        </span>
      </p>
      {parts.length > 0 && (
        <div className="mt-4 grid gap-3">
          <StackedBar segments={segments(parts)} />
          <ComponentTable parts={parts} />
        </div>
      )}
      <OfIt instances={instances} idle={idle} />
      <NowNotes total={total} />
    </Panel>
  )
}
