import { useMemo } from 'react'

import { formatClock, formatNumber, formatPercent } from '#lib/format.ts'
import { downsample, type Point } from '#lib/series.ts'

import { ReadingArea } from './reading-area.tsx'
import { TimeAxis } from './time-axis.tsx'
import { UsagePlot } from './usage-plot.tsx'
import { UsageTable } from './usage-table.tsx'
import { useOwnTurn } from './use-own-turn.ts'

type UsageChartProps = {
  /** What is shown, the name of the chart and of its hidden table: "CPU use in the last 15 min". */
  label: string
  /** In the order of time; a null value is a gap. */
  points: readonly Point[]
  /** The window, in ms since the epoch. The axis shows all of it, whatever the data covers. */
  from: number
  to: number
  /** The known top of the axis, in `unit`. */
  max: number
  unit: '%' | 'GiB'
  /** Charts with the same id share their crosshair. */
  syncId: string
  /** A window that ends now, in the accent colour; otherwise past samples, in grey. */
  live?: boolean
  showTimeAxis?: boolean
}

/** More points than this cannot be told apart, and each costs time at every update. */
const drawn = 160

const percent = (value: number) => formatPercent(value, 1)
const gib = (value: number) => `${formatNumber(value)}\u00a0GiB`

/** One metric over time. Fills the width it is given and is 96 px high, plus the time axis. Fetched only when wanted. */
export const UsageChart = ({
  label,
  points,
  from,
  to,
  max,
  unit,
  syncId,
  live = true,
  showTimeAxis = false,
}: UsageChartProps) => {
  // The identity matters: it says whether there is anything new to draw.
  const latest = useMemo(() => ({ points: downsample(points, drawn), from, to }), [points, from, to])
  const shown = useOwnTurn(latest)
  const formatValue = unit === '%' ? percent : gib

  return (
    <figure className="m-0 min-w-0">
      <div className="grid grid-cols-[minmax(0,1fr)_52px] gap-x-2">
        <ReadingArea {...shown} label={label} max={max} formatValue={formatValue} group={syncId}>
          <div className="absolute inset-0 flex flex-col justify-between border-b border-line">
            <div className="border-t border-line" />
            <div className="border-t border-line" />
            <div />
          </div>
          <div aria-hidden className="absolute inset-0">
            <UsagePlot {...shown} max={max} live={live} />
          </div>
        </ReadingArea>
        <div
          aria-hidden
          className="flex h-24 flex-col justify-between text-micro leading-3 whitespace-nowrap text-ink-muted"
        >
          <span>{`${formatNumber(max)}\u00a0${unit}`}</span>
          <span>{formatNumber(max / 2)}</span>
          <span>0</span>
        </div>
        {showTimeAxis && (
          <div aria-hidden>
            <TimeAxis from={shown.from} to={shown.to} endLabel={live ? 'now' : formatClock(shown.to)} />
          </div>
        )}
      </div>
      <UsageTable caption={label} points={shown.points} formatValue={formatValue} />
    </figure>
  )
}
