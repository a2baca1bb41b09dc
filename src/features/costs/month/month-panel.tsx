import TriangleAlert from 'lucide-react/icons/triangle-alert'

import { formatPercent } from '#lib/format.ts'
import type { Usd } from '#lib/money.ts'
import { shareSeen } from '#model/ledger/totals.ts'
import { shareText, wholeText } from '#model/pricing/amount-text.ts'
import type { BudgetStatus } from '#model/pricing/budget.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { Skeleton } from '#ui/loading.tsx'

import { Hint } from '../hint.tsx'
import type { Figures, PastMonth } from './month-figures.ts'
import { MonthRange } from './month-range.tsx'
import { type MonthSentence, pastMonthSentence, thisMonthSentence } from './month-sentence.ts'

type Kind = 'observedMs' | 'presumedMs' | 'unseenMs'

const kinds: readonly { kind: Kind; word: string; means: string }[] = [
  { kind: 'observedMs', word: 'Observed', means: 'Hatteras was open here: the cost of that time is exact.' },
  {
    kind: 'presumedMs',
    word: 'Presumed',
    means: 'It was not open, but everything was the same before and after.',
  },
  {
    kind: 'unseenMs',
    word: 'Unseen',
    means: 'It was not open, and something had changed since, or was not seen before.',
  },
]

/** How the time of a cost is known, and what that means. */
const Coverage = ({ figures }: { figures: Figures }) => {
  const all = figures.observedMs + figures.presumedMs + figures.unseenMs
  return (
    <dl className="grid gap-2">
      {kinds.map(({ kind, word, means }) => (
        <div key={kind}>
          <dt className="font-medium">
            {word} {shareText(all === 0 ? 0 : figures[kind] / all)}
          </dt>
          <dd className="text-ink-muted">{means}</dd>
        </div>
      ))}
    </dl>
  )
}

const budgetWords: Record<BudgetStatus['level'], (status: BudgetStatus, budget: string) => string | null> = {
  ok: () => null,
  near: ({ percent }, budget) => `${formatPercent(Math.floor(percent))} of the budget of ${budget} reached`,
  'will-exceed': (_, budget) => `Goes over the budget of ${budget} if nothing changes`,
  over: (_, budget) => `Over the budget of ${budget}`,
}

/** A warning about the budget; nothing while there is none to give. */
const Warning = ({ status, budget }: { status: BudgetStatus; budget: Usd }) => {
  const words = budgetWords[status.level](status, wholeText(budget))
  return (
    words !== null && (
      <p className="mt-1.5 flex items-center gap-1.5 text-secondary font-medium text-lamp-ink">
        <TriangleAlert aria-hidden size={14} className="shrink-0" />
        {words}
      </p>
    )
  )
}

const Sentence = ({ sentence: { figure, range } }: { sentence: MonthSentence }) => (
  <>
    <strong className="font-semibold">{figure}</strong>
    {range}
  </>
)

interface MonthPanelProps {
  /** Null while this browser's memory is being read, and until it has seen anything. */
  figures: Figures | null
  /** Null where nothing was seen of it. */
  past: PastMonth | null
  /** What the month comes to if nothing changes. */
  projected: Amount
  budget: Usd | null
  status: BudgetStatus | null
  /** Milliseconds since the epoch, both. */
  now: number
  monthEnd: number
}

const Month = ({
  figures,
  past,
  projected,
  budget,
  status,
  now,
  monthEnd,
}: MonthPanelProps & { figures: Figures }) => (
  <>
    <p>
      <Sentence sentence={thisMonthSentence(figures, now)} />
    </p>
    <MonthRange bounds={figures} projected={projected} budget={budget} monthEnd={monthEnd} />
    {status !== null && budget !== null && <Warning status={status} budget={budget} />}
    <div className="mt-1 flex min-h-6.5 items-center gap-1 text-small text-ink-muted">
      <p>Estimate. This browser saw {shareText(shareSeen(figures))} of the month.</p>
      <Hint label="How it is known">
        <Coverage figures={figures} />
      </Hint>
    </div>
    {past !== null && (
      <p className="mt-1 border-t border-line pt-2.5 text-secondary">
        <Sentence sentence={pastMonthSentence(past.figures, past.from)} />{' '}
        <span className="text-ink-muted">{shareText(shareSeen(past.figures))} seen.</span>
      </p>
    )}
  </>
)

const Waiting = () => (
  <div role="status" aria-label="Waiting for what this browser saw" className="grid content-start gap-4">
    <Skeleton className="h-5 w-72 max-w-full" />
    <Skeleton className="mt-3 h-3.5 w-full" />
  </div>
)

/** What this month has come to, as far as this browser saw it: one sentence, and one bar. */
export const MonthPanel = (props: MonthPanelProps) => (
  <section
    aria-label="This month"
    className="min-h-[9.125rem] rounded-panel border border-line bg-surface px-4 pt-3.5 pb-3"
  >
    {props.figures === null ? <Waiting /> : <Month {...props} figures={props.figures} />}
  </section>
)
