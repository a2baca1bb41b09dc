import { useId } from 'react'

import { HatchDefs, hatchOf } from '../hatch.tsx'

/** The round number at or above a value where an axis that holds it ends: 1, 2, 2.5, 5 or 10 times a power of ten. 1 for nothing. */
export const niceTop = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 2, 2.5, 5].find((step) => step * power >= value) ?? 10
  return factor * power
}

/** A day or a month. */
export interface DayBar {
  key: string
  /** Under the bar, where there is room for it: a word or two digits. */
  label: string
  /** In dollars; null for what was before the first look, which stays blank. */
  estimate: number | null
  /** How much of it was really seen, 0 to 1. */
  seen: number
  /** The bar in words, shown on hover. */
  tooltip: string
}

/** About as many labels as fit side by side. */
const mostLabels = 15

const Bar = ({
  bar: { estimate, seen, tooltip },
  top,
  hatch,
}: {
  bar: DayBar
  top: number
  hatch: string
}) => {
  const height = ((estimate ?? 0) / top) * 100
  return (
    <div data-tooltip={tooltip} className="flex h-full min-w-0 flex-1 justify-center hover:bg-sunken">
      <svg width="100%" height="100%" className="max-w-9 overflow-visible">
        {estimate === null ? (
          <rect y="100%" width="100%" height="2" transform="translate(0 -2)" className="fill-track" />
        ) : (
          <>
            <rect y={`${100 - height}%`} width="100%" height={`${height * (1 - seen)}%`} fill={hatch} />
            <rect
              y={`${100 - height * seen}%`}
              width="100%"
              height={`${height * seen}%`}
              rx="2"
              className="fill-plot"
            />
          </>
        )}
      </svg>
    </div>
  )
}

interface DayBarsProps {
  bars: readonly DayBar[]
  formatValue: (value: number) => string
  /** Since when anything was seen, in words. */
  since: string
}

/**
 * What days came to, side by side: what was seen is solid, what was not is hatched, and before the first look there is nothing. For the
 * eye only: the same stands below as a table.
 */
export const DayBars = ({ bars, formatValue, since }: DayBarsProps) => {
  const id = useId()
  const top = niceTop(Math.max(0, ...bars.map(({ estimate }) => estimate ?? 0)))
  const step = Math.ceil(bars.length / mostLabels)
  const blank = bars.filter(({ estimate }) => estimate === null).length
  const hasRoom = blank / bars.length > 0.28
  return (
    <div aria-hidden>
      <svg width="0" height="0" className="absolute">
        <HatchDefs id={id} />
      </svg>
      <div className="relative h-[6.5rem]">
        <div className="absolute inset-x-0 top-0 border-t border-line" />
        <span className="absolute top-0.5 left-0 text-micro text-ink-muted">{formatValue(top)}</span>
        {hasRoom && <span className="absolute bottom-2 left-0 text-small text-ink-muted">{since}</span>}
        <div className={bars.length > 20 ? 'absolute inset-0 flex gap-0.5' : 'absolute inset-0 flex gap-1'}>
          {bars.map((bar) => (
            <Bar key={bar.key} bar={bar} top={top} hatch={hatchOf(id)} />
          ))}
        </div>
      </div>
      <div className="mt-1 flex gap-1 text-micro text-ink-muted">
        {bars.map(({ key, label }, index) => (
          <span key={key} className="flex min-w-0 flex-1 justify-center whitespace-nowrap">
            {(bars.length - 1 - index) % step === 0 && <span className="min-w-max">{label}</span>}
          </span>
        ))}
      </div>
      {!hasRoom && <p className="mt-1 text-small text-ink-muted">{since}</p>}
    </div>
  )
}
