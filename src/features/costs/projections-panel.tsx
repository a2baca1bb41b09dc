import { formatShortDay } from '#lib/calendar.ts'
import { projectedText } from '#model/pricing/amount-text.ts'
import { monthlyText } from '#model/pricing/price-text.ts'
import { Panel } from '#ui/panel.tsx'

import type { Projection } from './projections.ts'

interface CellProps {
  projection: Projection
  /** The last day of this month, in words. */
  lastDay: string
}

const Cell = ({ projection: { title, assumes, figures }, lastDay }: CellProps) => (
  <li className="px-4 py-3.5">
    <h3 className="text-secondary font-medium">{title}</h3>
    {figures === null ? (
      <p className="mt-1 text-title font-semibold text-ink-muted">not known yet</p>
    ) : (
      <>
        <p className="mt-1 text-secondary text-ink-muted">
          <span className="text-title font-semibold text-ink">{monthlyText(figures.hourly)}</span> / month
        </p>
        <p className="text-secondary">
          {projectedText(figures.toMonthEnd)} until {lastDay}
        </p>
      </>
    )}
    <p className="mt-1 text-secondary text-pretty text-ink-muted">{assumes}</p>
  </li>
)

interface ProjectionsPanelProps {
  projections: readonly Projection[]
  /** When this calendar month ends, ms since the epoch. */
  monthEnd: number
}

/** What is to come, each named for what it assumes. */
export const ProjectionsPanel = ({ projections, monthEnd }: ProjectionsPanelProps) => {
  const lastDay = formatShortDay(monthEnd - 1)
  return (
    <Panel title="Projections" aside="each named for what it assumes" flush>
      <ul className="grid max-md:divide-y max-md:divide-line md:grid-cols-3 md:divide-x md:divide-line">
        {projections.map((projection) => (
          <Cell key={projection.key} projection={projection} lastDay={lastDay} />
        ))}
      </ul>
    </Panel>
  )
}
