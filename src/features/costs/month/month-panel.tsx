import { formatDollars, formatMonthly, formatRange } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import { Panel } from '#ui/panel.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import { fromText } from '../from-text.ts'
import { BudgetLine } from './budget-line.tsx'
import { Coverage } from './coverage.tsx'
import type { Figures } from './month-figures.ts'
import { MonthMeter } from './month-meter.tsx'

interface MonthPanelProps {
  /** Null while this browser's memory is being read, and until it has seen anything. */
  figures: Figures | null
  /** What the month comes to if nothing changes. */
  projected: Usd
  budget: Usd | null
  status: BudgetStatus | null
  onBudget: (budget: Usd | null) => void
}

const Bound = ({ word, amount }: { word: string; amount: string }) => (
  <div className="min-w-0">
    <dt className="text-small text-ink-muted">{word}</dt>
    <dd className="truncate">{amount}</dd>
  </div>
)

const Month = ({ figures, projected, budget }: { figures: Figures; projected: Usd; budget: Usd | null }) => {
  const { low, estimate, high, unknown } = figures
  const open = unknownText({ known: estimate, unknown, assumed: false })
  return (
    <>
      <p className="text-secondary text-ink-muted">
        <span className="block truncate text-figure font-semibold text-ink">
          {fromText(formatRange(low, high), high, unknown)}
        </span>{' '}
        so far, an estimate{open !== null && `; ${open}, which comes on top`}
      </p>
      <MonthMeter low={low} estimate={estimate} high={high} projected={projected} budget={budget} />
      <dl className="grid grid-cols-3 gap-x-3 text-secondary">
        <Bound word="At least" amount={fromText(formatDollars(low), low, unknown)} />
        <Bound word="Estimate" amount={fromText(formatMonthly(estimate), estimate, unknown)} />
        <Bound word="At most" amount={fromText(formatDollars(high), high, unknown)} />
      </dl>
      <Coverage figures={figures} />
    </>
  )
}

const Waiting = () => (
  <div
    role="status"
    aria-label="Waiting for what this browser saw"
    className="grid h-[255px] content-start gap-4"
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
