import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useState } from 'react'

import { formatPercent } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import { shareSeen } from '#model/ledger/totals.ts'
import { boundsText, shareText, wholeText } from '#model/pricing/amount-text.ts'
import { unknownText } from '#model/pricing/price-text.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { Button } from '#ui/button.tsx'
import type { Fill } from '#ui/fill.tsx'
import { Panel } from '#ui/panel.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

import { StackedBar, Swatch } from '../stacked-bar.tsx'
import { BudgetForm } from './budget-form.tsx'
import type { Figures } from './month-figures.ts'
import { MonthMeter } from './month-meter.tsx'

type Kind = 'observedMs' | 'presumedMs' | 'unseenMs'

const kinds: readonly { kind: Kind; word: string; fill: Fill; means: string }[] = [
  {
    kind: 'observedMs',
    word: 'Observed',
    fill: 'solid',
    means: 'Hatteras was open here, so the cost of that time is exact.',
  },
  {
    kind: 'presumedMs',
    word: 'Presumed',
    fill: 'hatch',
    means: 'it was not open, but everything was the same before and after.',
  },
  {
    kind: 'unseenMs',
    word: 'Unseen',
    fill: 'hollow',
    means: 'it was not open, and something had changed since, or was not seen before.',
  },
]

/** How the time of a cost is known, and what that means. */
const Coverage = ({ figures }: { figures: Figures }) => {
  const all = figures.observedMs + figures.presumedMs + figures.unseenMs
  const share = (kind: Kind) => shareText(all === 0 ? 0 : figures[kind] / all)
  return (
    <div className="grid gap-2 border-t border-line pt-3 text-secondary">
      <p>Seen {shareText(shareSeen(figures))} of the time in this browser</p>
      <StackedBar segments={kinds.map(({ kind, fill }) => ({ key: kind, fill, size: figures[kind] }))} />
      <ul className="flex justify-between gap-x-2 text-micro whitespace-nowrap text-ink-muted">
        {kinds.map(({ kind, word, fill }) => (
          <li key={kind} className="flex items-center gap-1">
            <Swatch fill={fill} /> {word} {share(kind)}
          </li>
        ))}
      </ul>
      <details>
        <summary className="w-fit rounded-sm text-small text-ink-muted hover:text-ink">
          What these words mean
        </summary>
        <dl className="mt-1.5 grid gap-1 text-small">
          {kinds.map(({ kind, word, means }) => (
            <div key={kind}>
              <dt className="inline font-medium">{word}:</dt>{' '}
              <dd className="inline text-ink-muted">{means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

interface BudgetLineProps {
  budget: Usd | null
  /** Null without a budget, or while nothing is known of the month. */
  status: BudgetStatus | null
  onBudget: (budget: Usd | null) => void
}

const Warning = ({ status: { level, sentence } }: { status: BudgetStatus }) =>
  level === 'ok' ? (
    <p className="text-secondary text-ink-muted">{sentence}</p>
  ) : (
    <p className="flex gap-2 rounded-card border border-lamp/45 bg-lamp-soft px-3 py-2 text-secondary">
      <TriangleAlert aria-hidden size={15} className="mt-px shrink-0 text-lamp-ink" />
      <span>{sentence}</span>
    </p>
  )

/** The budget of the month: how it stands, and where it is set. */
const BudgetLine = ({ budget, status, onBudget }: BudgetLineProps) => {
  const [isEditing, setEditing] = useState(false)
  if (isEditing)
    return (
      <BudgetForm
        budget={budget}
        onSave={(next) => {
          onBudget(next)
          setEditing(false)
        }}
        onCancel={() => setEditing(false)}
      />
    )
  return (
    <div className="grid gap-2">
      <div className="flex items-center gap-2">
        <p className="font-medium">
          {budget === null ? 'No budget set' : `Budget ${wholeText(budget)}`}
          {status !== null && (
            <span className="ml-2 font-normal text-ink-muted">
              {status.unknown.length > 0 && 'at least '}
              {formatPercent(Math.floor(status.percent))} reached
            </span>
          )}
        </p>
        <Button size="sm" className="ml-auto print:hidden" onClick={() => setEditing(true)}>
          {budget === null ? 'Set a budget' : 'Change budget'}
        </Button>
      </div>
      {status !== null ? <Warning status={status} /> : budget !== null && <Skeleton className="h-[54px]" />}
    </div>
  )
}

interface MonthPanelProps {
  /** Null while this browser's memory is being read, and until it has seen anything. */
  figures: Figures | null
  /** What the month comes to if nothing changes. */
  projected: Amount
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

interface MonthProps extends Pick<MonthPanelProps, 'projected' | 'budget'> {
  figures: Figures
}

const Month = ({ figures, projected, budget }: MonthProps) => {
  const { range, low, estimate, high } = boundsText(figures)
  const open = unknownText(figures)
  return (
    <>
      <p className="text-secondary text-ink-muted">
        <span className="block truncate text-figure font-semibold text-ink">{range}</span> so far, an estimate
        {open !== null && `; ${open}, which comes on top`}
      </p>
      <MonthMeter bounds={figures} projected={projected} budget={budget} />
      <dl className="grid grid-cols-3 gap-x-3 text-secondary">
        <Bound word="At least" amount={low} />
        <Bound word="Estimate" amount={estimate} />
        <Bound word="At most" amount={high} />
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
