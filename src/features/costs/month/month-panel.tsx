import { formatDollars, formatMonthly, formatRange } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import type { BudgetStatus } from '#model/budget.ts'
import { unknownText } from '#model/price-text.ts'
import { Panel } from '#ui/panel.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import { BudgetLine } from './budget-line.tsx'
import { CoverageDetails } from './coverage.tsx'
import type { Figures } from './month-figures.ts'
import { MonthMeter } from './month-meter.tsx'

interface MonthPanelProps {
  /** Null while this browser's memory is being read. */
  figures: Figures | null
  /** What the month comes to if nothing changes. */
  projected: Usd
  budget: Usd | null
  status: BudgetStatus | null
  onBudget: (budget: Usd | null) => void
}

const Month = ({ figures, projected, budget }: { figures: Figures; projected: Usd; budget: Usd | null }) => {
  const { low, estimate, high, unknown } = figures
  const open = unknownText({ known: estimate, unknown, assumed: false })
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-figure font-semibold">{formatRange(low, high)}</span>
        <span className="text-ink-muted">so far, an estimate</span>
      </p>
      <MonthMeter low={low} estimate={estimate} high={high} projected={projected} budget={budget} />
      <p className="text-secondary text-ink-muted">
        At least {formatDollars(low)}, about {formatMonthly(estimate)}, at most {formatDollars(high)}.{' '}
        {formatMonthly(projected)} by its end if nothing changes.
        {open !== null && ` ${open}: it comes on top.`}
      </p>
      <CoverageDetails figures={figures} />
    </>
  )
}

const Waiting = () => (
  <div
    role="status"
    aria-label="Reading what this browser saw"
    className="grid h-[138px] content-start gap-4"
  >
    <Skeleton className="h-7 w-32" />
    <Skeleton className="h-3 w-full" />
    <Skeleton className="h-4 w-64 max-w-full" />
  </div>
)

/** What this month has come to, as far as this browser saw it, and how that stands to the budget. */
export const MonthPanel = ({ figures, projected, budget, status, onBudget }: MonthPanelProps) => (
  <Panel title="This month" aside="as far as this browser saw it">
    <div className="grid gap-3">
      {figures === null ? <Waiting /> : <Month figures={figures} projected={projected} budget={budget} />}
      <div className="border-t border-line pt-3">
        <BudgetLine budget={budget} status={status} onBudget={onBudget} />
      </div>
    </div>
  </Panel>
)
