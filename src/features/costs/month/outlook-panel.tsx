import { type ReactNode, useId } from 'react'

import { formatShortDay } from '#lib/calendar.ts'
import { perMonth, type Usd, ZERO } from '#lib/money.ts'
import { projectedText } from '#model/pricing/amount-text.ts'
import { monthlyChangeText } from '#model/pricing/change-figure.ts'
import type { Breakdown, Total } from '#model/pricing/cost.ts'
import { monthlyFigure } from '#model/pricing/price-text.ts'
import { useAsk } from '#operations/action-requests.ts'
import { CostBar } from '#page/cost-bar.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Panel } from '#ui/panel.tsx'

import { HatchDefs, hatchOf } from '../hatch.tsx'
import type { Projection } from '../projections.ts'
import { switchable, type Way, type WhatIfChoice, whatIfLabel } from '../what-if.ts'

/** The foot of the month: how many are ticked, and how to do in truth what was thought. It keeps its height. */
const WhatIfActs = ({ whatIf: { ticked, clear } }: { whatIf: WhatIfChoice }) => {
  const ask = useAsk()
  const of = (way: Way) => ticked.filter((instance) => switchable(instance) === way)
  const stops = of('stop')
  const starts = of('start')
  return (
    <div className="flex h-12.5 items-center gap-2 border-t border-line pr-2.5 pl-4 text-secondary pointer-coarse:h-14">
      {ticked.length === 0 ? (
        <p className="text-ink-muted print:hidden">None ticked</p>
      ) : (
        <>
          <p className="font-semibold">{ticked.length} ticked</p>
          <Button size="sm" variant="ghost" onClick={clear}>
            Clear
          </Button>
          <span className="grow" />
          {starts.length > 0 && (
            <Button
              variant={stops.length === 0 ? 'primary' : 'default'}
              onClick={() => ask({ action: 'bulk', bulk: 'restart', instances: starts })}
            >
              Restart {starts.length}…
            </Button>
          )}
          {stops.length > 0 && (
            <Button variant="primary" onClick={() => ask({ action: 'bulk', bulk: 'stop', instances: stops })}>
              Stop {stops.length}…
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** A budget far beyond every bar would leave them no length; it stands in the head all the same. */
const farthest = 2n

/** What a bar of full length stands for, per hour, and where the budget lies on that scale in percent: null for nowhere. */
export const scaleOf = (
  hourly: readonly Usd[],
  budget: Usd | null,
): { scale: Usd; budgetAt: number | null } => {
  const most = hourly.reduce((a, b) => (a > b ? a : b), 0n)
  // A budget is of a month, and compared as such.
  if (budget === null || budget > perMonth(most) * farthest) return { scale: most, budgetAt: null }
  const isBeyond = budget > perMonth(most)
  const top = isBeyond ? budget : perMonth(most)
  return {
    scale: top / perMonth(1n),
    budgetAt: top === 0n ? null : (Number(budget) / Number(top)) * 100,
  }
}

interface LineProps {
  label: ReactNode
  hourly: Total | null
  isMuted?: boolean
  children: ReactNode
}

/** One line of the panel: what it stands for, and under that its bar and its figure. All bars share one column. */
const Line = ({ label, hourly, isMuted = false, children }: LineProps) => (
  <li className="contents">
    <p className="col-span-2 text-secondary">{label}</p>
    <div className="mt-1 mb-2.5 min-w-0 self-center">{children}</div>
    <p
      className={cx(
        'mt-1 mb-2.5 min-w-[5.625rem] text-right whitespace-nowrap',
        hourly === null ? 'text-secondary text-ink-muted' : isMuted ? 'text-ink-muted' : 'font-semibold',
      )}
      translate="no"
    >
      {hourly === null ? 'not known yet' : monthlyFigure(hourly)}
    </p>
  </li>
)

const bar = 'h-3.5 [&>span]:transition-[width] [&>span]:duration-160'

interface PatternBarProps {
  hourly: Usd
  scale: Usd
  /** The share of the time that was seen, 0 to 1. */
  seen: number
}

/** What was seen of the pattern, and what was not. */
const PatternBar = ({ hourly, scale, seen }: PatternBarProps) => {
  const id = useId()
  const length = scale === ZERO ? 0 : (Number(hourly) / Number(scale)) * 100
  return (
    <svg aria-hidden width="100%" height="14" className="block">
      <HatchDefs id={id} />
      <rect width={`${length * seen}%`} height="14" rx="3" className="fill-plot" />
      <rect x={`${length * seen}%`} width={`${length * (1 - seen)}%`} height="14" fill={hatchOf(id)} />
    </svg>
  )
}

const PriceBar = ({ price, scale }: { price: Breakdown; scale: Usd }) =>
  scale === ZERO ? <div className={bar} /> : <CostBar price={price} scale={scale} className={bar} />

/** What the ticked ones come to, as the words of its line; told as it changes. */
const WhatIfLabel = ({ result }: Pick<WhatIfChoice, 'result'>) => {
  const isAsked = result.stops + result.starts > 0
  return (
    <span role="status" aria-label="What if" className={isAsked ? undefined : 'text-ink-muted'}>
      <span className={cx(isAsked && 'font-semibold')}>{whatIfLabel(result)}</span>
      {isAsked && (
        <>
          {' '}
          <span className={cx('ml-1', result.change.known < ZERO && 'text-good')} translate="no">
            {monthlyChangeText(result)}
          </span>
          <span className="sr-only"> a month</span>
        </>
      )}
    </span>
  )
}

/** What each line assumes, and what it comes to until the month is over. */
const Assumptions = ({ projections, monthEnd }: Pick<OutlookPanelProps, 'projections' | 'monthEnd'>) => (
  <dl className="grid gap-2.5">
    {projections.map(({ key, title, assumes, figures }) => (
      <div key={key}>
        <dt className="font-medium text-ink">
          {title}
          {figures !== null && (
            <span className="font-normal text-ink-muted">
              : {projectedText(figures.toMonthEnd)} until {formatShortDay(monthEnd - 1)}
            </span>
          )}
        </dt>
        <dd className="text-ink-muted">{assumes}</dd>
      </div>
    ))}
  </dl>
)

interface OutlookPanelProps {
  projections: readonly [Projection, Projection, Projection]
  /** The share of the last seven days that was seen, 0 to 1; null where they are no pattern yet. */
  seen: number | null
  whatIf: WhatIfChoice
  /** When this calendar month ends, ms since the epoch. */
  monthEnd: number
  budget: Usd | null
  budgetButton: ReactNode
}

/** What a month of 730 hours comes to, each line named for what it assumes, all on one scale with the budget through it. */
export const OutlookPanel = ({
  projections,
  seen,
  whatIf,
  monthEnd,
  budget,
  budgetButton,
}: OutlookPanelProps) => {
  const [unchanged, stopped, pattern] = projections
  const { result } = whatIf
  const isAsked = whatIf.ticked.length > 0
  const hourly = [...projections.map(({ figures }) => figures?.hourly.known ?? ZERO), result.after.known]
  const { scale, budgetAt } = scaleOf(hourly, budget)

  return (
    <Panel
      title="A month"
      actions={
        <>
          {budgetButton}
          <InfoMark label="What each line assumes">
            <Assumptions projections={projections} monthEnd={monthEnd} />
          </InfoMark>
        </>
      }
      flush
    >
      <div className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 pt-3.5 pb-4.5">
        <ul className="contents">
          <Line label={unchanged.title} hourly={unchanged.figures?.hourly ?? null}>
            {unchanged.figures?.price && <PriceBar price={unchanged.figures.price} scale={scale} />}
          </Line>
          <Line label={<WhatIfLabel result={result} />} hourly={result.after} isMuted={!isAsked}>
            <div className={isAsked ? undefined : 'opacity-50'}>
              <PriceBar price={result.after} scale={scale} />
            </div>
          </Line>
          <Line label={pattern.title} hourly={pattern.figures?.hourly ?? null}>
            {pattern.figures === null ? (
              <div className={bar} />
            ) : (
              <PatternBar hourly={pattern.figures.hourly.known} scale={scale} seen={seen ?? 0} />
            )}
          </Line>
          <Line label={stopped.title} hourly={stopped.figures?.hourly ?? null}>
            {stopped.figures?.price && <PriceBar price={stopped.figures.price} scale={scale} />}
          </Line>
        </ul>
        {budgetAt !== null && (
          // Placed over the column of the bars, whatever its width.
          <div
            aria-hidden
            className="pointer-events-none absolute inset-x-0 top-0 bottom-0 col-start-1 col-end-2"
          >
            <span
              className="absolute top-2 bottom-4.5 border-l-[1.5px] border-dashed border-lamp-ink"
              style={{ left: `${budgetAt}%` }}
            />
            <span
              className="absolute bottom-0.5 -translate-x-1/2 text-micro font-medium text-lamp-ink"
              style={{ left: `min(${budgetAt}%, 100% - 1rem)` }}
            >
              budget
            </span>
          </div>
        )}
      </div>
      <WhatIfActs whatIf={whatIf} />
    </Panel>
  )
}
