import { useId } from 'react'

import { FillDefs, FilledRect } from './fill.tsx'

/** The round number at or above a value where an axis that holds it ends: 1, 2, 2.5, 5 or 10 times a power of ten. 1 for nothing. */
export const niceTop = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 2.5, 5].find((step) => step * power >= value) ?? 10
  return factor * power
}

/** One bar: an estimate between two bounds, and how much of it was really seen (0 to 1). None is below 0. */
export type Bar = {
  key: string
  /** Under the bar, where there is room for it. */
  label: string
  low: number
  estimate: number
  high: number
  seen: number
  /** The bar in words, shown on hover. */
  tooltip: string
}

type BarChartProps = {
  bars: readonly Bar[]
  formatValue: (value: number) => string
}

/** About as many labels as fit under the narrowest chart. */
const labels = 5

const BarColumn = ({ bar: { low, estimate, high, seen, tooltip }, top }: { bar: Bar; top: number }) => {
  const id = useId()
  const height = (value: number) => `${(value / top) * 100}%`
  const y = (value: number) => `${(1 - value / top) * 100}%`
  return (
    <div data-tooltip={tooltip} className="flex h-full min-w-0 flex-1 justify-center hover:bg-sunken">
      <svg width="72%" height="100%" className="max-w-9 overflow-visible">
        <FillDefs id={id} />
        <FilledRect
          id={id}
          fill="hatch"
          y={y(estimate)}
          width="100%"
          height={height(estimate * (1 - seen))}
        />
        <FilledRect
          id={id}
          fill="solid"
          y={y(estimate * seen)}
          width="100%"
          height={height(estimate * seen)}
        />
        {high > low && (
          <>
            <line x1="50%" x2="50%" y1={y(low)} y2={y(high)} className="stroke-ink-muted" strokeWidth="1" />
            <line x1="35%" x2="65%" y1={y(low)} y2={y(low)} className="stroke-ink-muted" strokeWidth="1" />
            <line x1="35%" x2="65%" y1={y(high)} y2={y(high)} className="stroke-ink-muted" strokeWidth="1" />
          </>
        )}
      </svg>
    </div>
  )
}

/**
 * Amounts with their bounds, side by side over time. What was seen is solid, what was not is hatched. For the eye only: whoever
 * shows it shows the same as a table. Drawn by hand: a chart library would weigh more than all the rest of a page.
 */
export const BarChart = ({ bars, formatValue }: BarChartProps) => {
  const top = niceTop(Math.max(0, ...bars.map(({ high }) => high)))
  const step = Math.ceil(bars.length / labels)
  return (
    <div aria-hidden className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2">
      <div className="relative h-40">
        <div className="absolute inset-0 flex flex-col justify-between border-b border-line">
          <div className="border-t border-line" />
          <div className="border-t border-line" />
          <div />
        </div>
        <div className="absolute inset-0 flex">
          {bars.map((bar) => (
            <BarColumn key={bar.key} bar={bar} top={top} />
          ))}
        </div>
      </div>
      <div className="flex h-40 flex-col justify-between text-micro leading-3 whitespace-nowrap text-ink-muted">
        <span>{formatValue(top)}</span>
        <span>{formatValue(top / 2)}</span>
        <span>{formatValue(0)}</span>
      </div>
      <div className="flex h-6 items-end text-micro text-ink-muted">
        {bars.map(({ key, label }, index) => (
          <span key={key} className="flex min-w-0 flex-1 justify-center whitespace-nowrap">
            {(bars.length - 1 - index) % step === 0 && <span className="min-w-max">{label}</span>}
          </span>
        ))}
      </div>
    </div>
  )
}
