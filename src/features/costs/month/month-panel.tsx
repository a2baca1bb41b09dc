import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useId } from 'react'

import { formatShortDay } from '#lib/calendar.ts'
import { formatPercent } from '#lib/format.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { shareSeen } from '#model/ledger/totals.ts'
import { type Bounds, boundsText, projectedText, shareText, wholeText } from '#model/pricing/amount-text.ts'
import { type BudgetStatus, warningLevels } from '#model/pricing/budget.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Skeleton } from '#ui/loading.tsx'

import { HatchDefs, hatchOf } from '../hatch.tsx'
import {
  type Figures,
  type MonthSentence,
  type PastMonth,
  pastMonthSentence,
  thisMonthSentence,
} from './month-figures.ts'

interface MonthRangeProps {
  bounds: Bounds
  /** What the month comes to if nothing changes. */
  projected: Amount
  budget: Usd | null
  /** When this calendar month ends, ms since the epoch. */
  monthEnd: number
}

/** The month on one scale: what is sure, what was not seen, the best guess, where it leads, and the budget. */
const MonthRange = ({ bounds, projected, budget, monthEnd }: MonthRangeProps) => {
  const id = useId()
  const { low, estimate, high } = bounds
  const top = [high, projected.known, budget ?? ZERO].reduce((a, b) => (a > b ? a : b))
  const part = (amount: number | Usd) => (top === ZERO ? 0 : (Number(amount) / Number(top)) * 100)
  const at = (amount: number | Usd) => `${part(amount)}%`
  const text = boundsText(bounds)
  const way = part(projected.known) / 100
  const levels =
    budget === null ? [] : warningLevels.map((level) => ({ level, x: at((Number(budget) * level) / 100) }))

  return (
    <div className="mt-2.5">
      <p aria-hidden className="relative h-4 text-micro">
        <span
          className="absolute -translate-x-1/2 whitespace-nowrap"
          style={{ left: `clamp(1.5rem, ${at(estimate)}, 100% - 1.5rem)` }}
        >
          {text.estimate.replace('from ', '').replace('≈\u00a0', '')}
        </span>
      </p>
      <svg aria-hidden width="100%" height="24" className="block overflow-visible">
        <HatchDefs id={id} />
        <rect
          y="5"
          width="100%"
          height="14"
          rx="3"
          className="fill-track forced-colors:fill-none forced-colors:stroke-line"
        />
        <rect x={at(low)} y="5" width={at(high > low ? high - low : ZERO)} height="14" fill={hatchOf(id)} />
        <rect y="5" width={at(low)} height="14" rx="3" className="fill-plot" />
        <line
          x1={at(projected.known)}
          x2={at(projected.known)}
          y2="24"
          className="stroke-ink-muted"
          strokeWidth="1.5"
          strokeDasharray="3 2"
        />
        {levels.map(({ level, x }) => (
          <line
            key={level}
            x1={x}
            x2={x}
            y1={level === 100 ? 0 : 15}
            y2={level === 100 ? 24 : 19}
            className="stroke-lamp-ink"
            strokeWidth="1.5"
            strokeDasharray={level === 100 ? '3 2' : undefined}
          />
        ))}
        <line x1={at(estimate)} x2={at(estimate)} y2="24" className="stroke-ink" strokeWidth="2.5" />
      </svg>
      {/*
        As much of the room that is free lies before the label as its line has of the bar: it always stands at its line, or gives way to
        what is sure and to the budget.
      */}
      <p className="mt-0.5 flex flex-wrap text-micro whitespace-nowrap text-ink-muted">
        <span className="pr-2" style={{ flex: `${way} 1 0` }}>
          {text.low} sure
        </span>
        {/* The sentence above says it where something is not known. */}
        <span>
          {formatShortDay(monthEnd - 1)}{' '}
          {projectedText(projected.known > ZERO ? { ...projected, unknown: [] } : projected)}
        </span>
        <span className="flex justify-end" style={{ flex: `${1 - way} 1 0` }}>
          {budget !== null && (
            <span className="flex items-center gap-1 pl-2 font-medium text-lamp-ink">
              <svg aria-hidden width="2" height="10">
                <path d="M1 0v10" className="stroke-lamp-ink" strokeWidth="1.5" strokeDasharray="3 2" />
              </svg>
              budget {wholeText(budget)}
            </span>
          )}
        </span>
      </p>
    </div>
  )
}

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
          <dt className="font-medium text-ink">
            {word} {shareText(all === 0 ? 0 : figures[kind] / all)}
          </dt>
          <dd>{means}</dd>
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
    <strong translate="no" className="font-semibold">
      {figure}
    </strong>
    <span>{range}</span>
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
      <InfoMark label="How it is known">
        <Coverage figures={figures} />
      </InfoMark>
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
