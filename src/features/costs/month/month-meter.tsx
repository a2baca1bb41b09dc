import { useId } from 'react'

import { type Usd, ZERO } from '#lib/money.ts'
import { type Bounds, boundsText, projectedText, wholeText } from '#model/pricing/amount-text.ts'
import { warningLevels } from '#model/pricing/budget.ts'
import type { Amount } from '#model/pricing/cost.ts'
import { FillDefs, FilledRect } from '#ui/fill.tsx'

interface MonthMeterProps {
  bounds: Bounds
  /** What the month comes to if nothing changes. */
  projected: Amount
  budget: Usd | null
}

/** The month on one scale: surely, about, at most; where it leads; and the warning levels of the budget. */
export const MonthMeter = ({ bounds, projected, budget }: MonthMeterProps) => {
  const id = useId()
  const { low, estimate, high } = bounds
  const top = [high, projected.known, budget ?? ZERO].reduce((a, b) => (a > b ? a : b))
  const endText =
    top === budget
      ? `budget ${wholeText(budget)}`
      : top === projected.known
        ? `${projectedText(projected)} by its end if nothing changes`
        : `at most ${boundsText(bounds).high}`
  const at = (amount: number | Usd) => `${top === ZERO ? 0 : (Number(amount) / Number(top)) * 100}%`
  const width = (from: Usd, to: Usd) => at(to > from ? to - from : ZERO)
  const marks =
    budget === null ? [] : warningLevels.map((level) => ({ level, x: at((Number(budget) * level) / 100) }))

  return (
    <div>
      <svg aria-hidden width="100%" height="20" className="block overflow-visible">
        <FillDefs id={id} />
        <rect y="4" width="100%" height="12" rx="3" className="fill-sunken forced-colors:stroke-line" />
        <rect
          y="4"
          width={at(projected.known)}
          height="12"
          rx="3"
          className="fill-line opacity-60 forced-colors:opacity-0"
        />
        <FilledRect id={id} fill="solid" y="4" width={at(low)} height="12" />
        <FilledRect id={id} fill="hatch" x={at(low)} y="4" width={width(low, high)} height="12" />
        <line x1={at(estimate)} x2={at(estimate)} y1="1" y2="19" className="stroke-ink" strokeWidth="2" />
        {marks.map(({ level, x }) => (
          <line
            key={level}
            x1={x}
            x2={x}
            y1={level === 100 ? 0 : 4}
            y2={level === 100 ? 20 : 16}
            className="stroke-lamp-ink"
            strokeWidth={level === 100 ? 2 : 1}
            strokeDasharray={level === 100 ? undefined : '2 2'}
          />
        ))}
      </svg>
      <p className="flex justify-between text-micro text-ink-muted">
        <span aria-hidden>$0</span>
        <span>{endText}</span>
      </p>
    </div>
  )
}
