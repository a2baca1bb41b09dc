import { useMemo } from 'react'
import { Area, AreaChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts'

import { formatClock, formatNumber, formatPercent } from '#lib/format.ts'
import { downsample, type Point } from '#lib/series.ts'

import { cx } from '../cx.ts'
import { useOwnTurn } from './own-turn.ts'
import { ReadingArea, type Reading } from './reading-area.tsx'

/** A stretch of time, in ms since the epoch. */
export interface TimeSpan {
  from: number
  to: number
}

/** What a limit was during a stretch of time, in the chart's unit. */
export interface LimitStep extends TimeSpan {
  value: number
}

/** What never changes is made once: recharts reads its children anew whenever their identity changes. */
const margin = { top: 1, right: 0, bottom: 1, left: 0 }
const fill = { width: '100%', height: '100%' }
/** So few readings are shown one by one. */
const fewPoints = 20
const dot = { r: 2, strokeWidth: 0, fillOpacity: 1 }

interface Drawn extends TimeSpan {
  points: readonly Point[]
  marks: readonly number[]
  bands: readonly TimeSpan[]
  limits: readonly LimitStep[]
}

/** The recharts part of a usage chart: one area, open where there is no data, with marks and limits, without any motion. */
const UsagePlot = ({
  points,
  from,
  to,
  max,
  live,
  marks,
  bands,
  limits,
}: Drawn & { max: number; live: boolean }) => {
  const line = live ? 'var(--plot)' : 'var(--rest)'
  return (
    <AreaChart responsive accessibilityLayer={false} data={points} margin={margin} style={fill}>
      <XAxis hide dataKey="at" type="number" domain={[from, to]} allowDataOverflow />
      <YAxis hide type="number" domain={[0, max]} allowDataOverflow />
      {bands.map((band) => (
        <ReferenceArea
          key={band.from}
          x1={Math.max(band.from, from)}
          x2={Math.min(band.to, to)}
          fill="var(--sunken)"
          fillOpacity={1}
          stroke="none"
        />
      ))}
      <Area
        dataKey="value"
        type="monotone"
        isAnimationActive={false}
        connectNulls={false}
        dot={points.length < fewPoints ? dot : false}
        activeDot={false}
        stroke={line}
        strokeWidth={1.6}
        fill={line}
        fillOpacity={0.11}
      />
      {limits.flatMap((step, index) => {
        const start = Math.max(step.from, from)
        const before = limits[index - 1]
        const level = (
          <ReferenceLine
            key={step.from}
            segment={[
              { x: start, y: step.value },
              { x: Math.min(step.to, to), y: step.value },
            ]}
            stroke="var(--ink-muted)"
            strokeDasharray="4 3"
          />
        )
        return before === undefined || before.value === step.value
          ? [level]
          : [
              <ReferenceLine
                key={`to ${step.from}`}
                segment={[
                  { x: start, y: before.value },
                  { x: start, y: step.value },
                ]}
                stroke="var(--ink-muted)"
                strokeDasharray="4 3"
              />,
              level,
            ]
      })}
      {marks.map((at) => (
        <ReferenceLine key={at} x={at} stroke="var(--ink-faint)" strokeDasharray="2 3" />
      ))}
    </AreaChart>
  )
}

const rows = 20

type UsageTableProps = {
  label: string
  points: readonly Point[]
  unit: string
}

/** The chart for those who cannot see it: at most twenty points, spikes and holes kept. */
const UsageTable = ({ label, points, unit }: UsageTableProps) => (
  <div className="sr-only">
    <table aria-label={label}>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {downsample(points, rows).map(({ at, value }) => (
          <tr key={at}>
            <th scope="row">{formatClock(at, 'seconds')}</th>
            <td>{value === null ? 'no data' : formatNumber(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

interface UsageChartProps extends Omit<Drawn, 'points'> {
  /** What is shown, the name of the chart and of its hidden table: "CPU use in the last 15 min". */
  label: string
  /** In the order of time; a null value is a gap. The axis shows the whole window, whatever the data covers. */
  points: readonly Point[]
  /** The known top of the axis, in `unit`. */
  max: number
  unit: '%' | 'GiB'
  /** Charts with the same id share their crosshair. */
  syncId: string
  /** A window that ends now, in the accent colour; otherwise past samples, in grey. */
  live?: boolean
  /** Its height, as a class. */
  height: string
  /** Leaves out the gridline in the middle and its label, where there is no room. */
  isLow?: boolean
  /** What stands at the crosshair: the readings of all charts that share it. */
  readingsAt?: (at: number) => readonly Reading[]
}

/** More points than this cannot be told apart, and each costs time at every update. */
const drawn = 160

const percent = (value: number) => formatPercent(value, 1)
const gib = (value: number) => `${formatNumber(value)}\u00a0GiB`

interface LimitLabelProps extends TimeSpan {
  limits: readonly LimitStep[]
  max: number
  formatValue: (value: number) => string
}

const LimitLabel = ({ limits, from, to, max, formatValue }: LimitLabelProps) => {
  const [first] = limits
  if (first === undefined || first.value >= max) return null
  return (
    <span
      className="absolute -translate-y-full bg-surface/70 text-micro leading-3 text-ink-muted"
      style={{
        left: `${(Math.max(0, first.from - from) / (to - from)) * 100}%`,
        top: `${(1 - first.value / max) * 100}%`,
      }}
    >
      limit {formatValue(first.value)}
    </span>
  )
}

/** One metric over time. Fills the width it is given. Fetched only when wanted. */
export const UsageChart = ({
  label,
  points,
  from,
  to,
  max,
  unit,
  syncId,
  marks,
  bands,
  limits,
  live = true,
  height,
  isLow = false,
  readingsAt,
}: UsageChartProps) => {
  // The identity matters: it says whether there is anything new to draw.
  const latest = useMemo(
    () => ({ points: downsample(points, drawn), from, to, marks, bands, limits }),
    [points, from, to, marks, bands, limits],
  )
  const shown = useOwnTurn(latest)
  const formatValue = unit === '%' ? percent : gib

  return (
    <figure className="m-0 grid min-w-0 grid-cols-[minmax(0,1fr)_3.375rem] gap-x-2">
      <ReadingArea
        points={shown.points}
        from={shown.from}
        to={shown.to}
        label={label}
        max={max}
        formatValue={formatValue}
        group={syncId}
        height={height}
        readingsAt={readingsAt}
      >
        <div className="absolute inset-0 flex flex-col justify-between border-b border-line">
          <div className="border-t border-line" />
          {!isLow && <div className="border-t border-line" />}
          <div />
        </div>
        <div aria-hidden className="absolute inset-0">
          <UsagePlot {...shown} max={max} live={live} />
          <LimitLabel
            limits={shown.limits}
            from={shown.from}
            to={shown.to}
            max={max}
            formatValue={formatValue}
          />
        </div>
      </ReadingArea>
      <div
        aria-hidden
        className={cx('relative text-micro leading-3 whitespace-nowrap text-ink-muted', height)}
      >
        <span className="absolute -top-1.5">{unit === '%' ? formatPercent(max) : formatNumber(max)}</span>
        {!isLow && <span className="absolute top-1/2 -translate-y-1/2">{formatNumber(max / 2)}</span>}
      </div>
      <UsageTable label={label} points={shown.points} unit={unit} />
    </figure>
  )
}
