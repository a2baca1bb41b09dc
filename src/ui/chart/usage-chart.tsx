import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Area, AreaChart, XAxis, YAxis } from 'recharts'

import { formatClock, formatNumber, formatPercent } from '#lib/format.ts'
import { downsample, type Point } from '#lib/series.ts'
import { HOUR, MINUTE } from '#lib/time.ts'

import { cx } from '../cx.ts'
import { ReadingArea } from './reading-area.tsx'

const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].map((minutes) => minutes * MINUTE)
const most = 4

/**
 * Where a time axis from `from` to `to` (ms since the epoch) carries labels: at most four round times of the reader's day, and
 * none so near an end that its label would leave the chart or meet the label of the end.
 * `offsetMinutes` is what `Date.getTimezoneOffset` says.
 */
export const timeTicks = (from: number, to: number, offsetMinutes: number): number[] => {
  const span = to - from
  if (!(span > 0)) return []
  const step = steps.find((each) => span / each <= most) ?? 24 * HOUR
  const shift = offsetMinutes * MINUTE
  const first = Math.ceil((from - shift) / step) * step + shift
  const ticks = Array.from(
    { length: Math.floor((to - first) / step) + 1 },
    (_, index) => first + index * step,
  )
  return ticks.filter((tick) => tick - from >= span * 0.04 && to - tick >= span * 0.12)
}

const waiting = new Set<() => void>()
let isRunning = false

const runNext = () => {
  const [turn] = waiting
  isRunning = turn !== undefined
  if (turn === undefined) return
  waiting.delete(turn)
  setTimeout(() => {
    turn()
    runNext()
  })
}

const takeTurn = (turn: () => void): (() => void) => {
  waiting.add(turn)
  if (!isRunning) runNext()
  return () => {
    waiting.delete(turn)
  }
}

/**
 * Follows `value`, each follower in a task of its own. One sample feeds several charts, and together they would hold up
 * typing and scrolling on a slow machine; one after the other they do not. `value` must keep its identity while it is the same.
 */
const useOwnTurn = <Value,>(value: Value): Value => {
  const [shown, setShown] = useState(value)

  useEffect(() => {
    if (shown === value) return undefined
    return takeTurn(() => {
      flushSync(() => setShown(value))
    })
  }, [shown, value])

  return shown
}

/** What never changes is made once: recharts reads its children anew whenever their identity changes. */
const margin = { top: 1, right: 0, bottom: 1, left: 0 }
const fill = { width: '100%', height: '100%' }

type UsagePlotProps = {
  points: readonly Point[]
  /** The window, in ms since the epoch. The axis shows all of it, whatever the data covers. */
  from: number
  to: number
  max: number
  live: boolean
}

/** The recharts part of a usage chart: one area, open where there is no data, without any motion. */
const UsagePlot = ({ points, from, to, max, live }: UsagePlotProps) => {
  const line = live ? 'var(--accent)' : 'var(--rest)'
  return (
    <AreaChart responsive accessibilityLayer={false} data={points} margin={margin} style={fill}>
      <XAxis hide dataKey="at" type="number" domain={[from, to]} allowDataOverflow />
      <YAxis hide type="number" domain={[0, max]} allowDataOverflow />
      <Area
        dataKey="value"
        type="monotone"
        isAnimationActive={false}
        connectNulls={false}
        dot={false}
        activeDot={false}
        stroke={line}
        strokeWidth={1.6}
        fill={line}
        fillOpacity={0.09}
      />
    </AreaChart>
  )
}

const rows = 20

type UsageTableProps = {
  caption: string
  points: readonly Point[]
  formatValue: (value: number) => string
}

/** The chart for those who cannot see it: at most twenty points, spikes and holes kept. */
const UsageTable = ({ caption, points, formatValue }: UsageTableProps) => (
  <div className="sr-only">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {downsample(points, rows).map(({ at, value }) => (
          <tr key={at}>
            <th scope="row">{formatClock(at, 'seconds')}</th>
            <td>{value === null ? 'no data' : formatValue(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** On a narrow chart a label this near to the end, as a share of the window, would meet the label of the end. */
const spaceOnPhone = 0.25

type TimeAxisProps = {
  /** The window, in ms since the epoch. */
  from: number
  to: number
  endLabel: string
}

/** The labels under a chart that spans the same width. */
const TimeAxis = ({ from, to, endLabel }: TimeAxisProps) => (
  <div className="relative mt-2 h-4 text-micro text-ink-muted">
    {timeTicks(from, to, new Date(to).getTimezoneOffset()).map((tick) => (
      <span
        key={tick}
        className={cx(
          'absolute -translate-x-1/2 whitespace-nowrap',
          (to - tick) / (to - from) < spaceOnPhone && 'max-sm:hidden',
        )}
        style={{ left: `${((tick - from) / (to - from)) * 100}%` }}
      >
        {formatClock(tick)}
      </span>
    ))}
    <span className="absolute right-0">{endLabel}</span>
  </div>
)

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
