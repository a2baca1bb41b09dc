import { useId } from 'react'

import { formatShortDay } from '#lib/calendar.ts'
import { type Usd, ZERO } from '#lib/money.ts'
import { type Bounds, boundsText, projectedText, wholeText } from '#model/pricing/amount-text.ts'
import { warningLevels } from '#model/pricing/budget.ts'
import type { Amount } from '#model/pricing/cost.ts'

import { HatchDefs, hatchOf } from '../hatch.tsx'

interface MonthRangeProps {
  bounds: Bounds
  /** What the month comes to if nothing changes. */
  projected: Amount
  budget: Usd | null
  /** When this calendar month ends, ms since the epoch. */
  monthEnd: number
}

/** A dashed line, as in the bar. */
const Dash = ({ className }: { className: string }) => (
  <svg aria-hidden width="2" height="10" className={className}>
    <path d="M1 0v10" strokeWidth="1.5" strokeDasharray="3 2" />
  </svg>
)

/** The month on one scale: what is sure, what was not seen, the best guess, where it leads, and the budget. */
export const MonthRange = ({ bounds, projected, budget, monthEnd }: MonthRangeProps) => {
  const id = useId()
  const { low, estimate, high } = bounds
  const top = [high, projected.known, budget ?? ZERO].reduce((a, b) => (a > b ? a : b))
  const part = (amount: number | Usd) => (top === ZERO ? 0 : (Number(amount) / Number(top)) * 100)
  const at = (amount: number | Usd) => `${part(amount)}%`
  const text = boundsText(bounds)
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
      <p className="mt-0.5 flex flex-wrap justify-between gap-x-3 text-micro text-ink-muted">
        <span>{text.low} sure</span>
        <span className="flex items-center gap-1">
          <Dash className="stroke-ink-muted" />
          {/* The sentence above says it where something is not known. */}
          {formatShortDay(monthEnd - 1)}{' '}
          {projectedText(projected.known > ZERO ? { ...projected, unknown: [] } : projected)}
        </span>
        {budget !== null && (
          <span className="flex items-center gap-1 font-medium text-lamp-ink">
            <Dash className="stroke-lamp-ink" />
            budget {wholeText(budget)}
          </span>
        )}
      </p>
    </div>
  )
}
