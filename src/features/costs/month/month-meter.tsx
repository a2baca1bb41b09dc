import { useId } from 'react'

import { formatDollars } from '#lib/format.ts'
import { NANO, type Usd, usd } from '#lib/money.ts'
import { warningLevels } from '#model/budget.ts'
import { FillDefs, FilledRect } from '#ui/fill.tsx'

interface MonthMeterProps {
  low: Usd
  estimate: Usd
  high: Usd
  /** What the month comes to if nothing changes. */
  projected: Usd
  budget: Usd | null
}

/** The month on one scale: surely, about, at most; where it leads; and the warning levels of the budget. For the eye only. */
export const MonthMeter = ({ low, estimate, high, projected, budget }: MonthMeterProps) => {
  const id = useId()
  const top = Math.max(Number(high), Number(projected), Number(budget ?? 0n))
  const at = (amount: number | Usd) => `${top === 0 ? 0 : (Number(amount) / top) * 100}%`
  const width = (from: Usd, to: Usd) => at(to > from ? to - from : 0n)
  const marks =
    budget === null ? [] : warningLevels.map((level) => ({ level, x: at((Number(budget) * level) / 100) }))

  return (
    <div aria-hidden>
      <svg width="100%" height="20" className="block overflow-visible">
        <FillDefs id={id} />
        <rect y="4" width="100%" height="12" rx="3" className="fill-sunken forced-colors:stroke-line" />
        <rect y="4" width={at(projected)} height="12" rx="3" className="fill-line opacity-60" />
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
        <span>$0</span>
        <span>{formatDollars(usd(Math.ceil(top / Number(NANO))))}</span>
      </p>
    </div>
  )
}
