import { Fragment } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatNumber, formatPercent } from '#lib/format.ts'
import { NEARLY_FULL, type UsageHistory, type UsageSample } from '#model/usage/usage.ts'
import { cx } from '#ui/cx.ts'
import { type Failure, PartLine } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import { chartTop, growthOf, limitSteps, peakOf, usagePoints } from './chart-data.ts'

/** One of the three things that are measured, and how it is shown. */
export interface Metric {
  name: string
  unit: '%' | 'GiB'
  value: (sample: UsageSample) => number | null
  /** Its limit at the time of the reading; CPU has none but 100 %. */
  total: (sample: UsageSample) => number | null
  /** The limit where no reading tells it. */
  size: (instance: Instance) => number | null
  height: string
  isLow: boolean
}

const cpuLimit = 100

/** A whole of nothing is one that the service does not know. */
const limitOf = (total: number | null): number | null => (total === 0 ? null : total)
const measured = (used: number | null, total: number | null): number | null =>
  used === 0 && total === 0 ? null : used

const tall = 'h-18 sm:h-32 @min-[96.25rem]:h-[14.375rem]'
const low = 'h-10 sm:h-16 @min-[96.25rem]:h-[6.875rem]'

export const metrics: readonly Metric[] = [
  {
    name: 'CPU',
    unit: '%',
    value: ({ cpu }) => cpu,
    total: () => null,
    size: () => cpuLimit,
    height: tall,
    isLow: false,
  },
  {
    name: 'Memory',
    unit: 'GiB',
    value: ({ memUsed, memTotal }) => measured(memUsed, memTotal),
    total: ({ memTotal }) => limitOf(memTotal),
    size: ({ mem_gib: memory }) => memory,
    height: tall,
    isLow: false,
  },
  {
    name: 'Disk',
    unit: 'GiB',
    value: ({ diskUsed, diskTotal }) => measured(diskUsed, diskTotal),
    total: ({ diskTotal }) => limitOf(diskTotal),
    size: ({ disk_size_gib: disk }) => disk,
    height: low,
    isLow: true,
  },
]

const Failed = (failure: Failure) => <PartLine {...failure} className={tall} />
const Place = ({ height }: { height: string }) => <div className={height} />
const UsageChart = lazyPart(
  async () => {
    const { UsageChart: component } = await import('#ui/chart/usage-chart.tsx')
    return { default: component }
  },
  { failed: Failed, fallback: Place },
)

const oneDecimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : formatNumber(value))

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${oneDecimal(Math.abs(Math.round(value * 10) / 10))}`

interface Shown {
  history: UsageHistory
  /** The window, in milliseconds since the epoch. */
  from: number
  to: number
}

/** What is worth knowing of the window beside the newest figure: the peak, or how much the disk has filled. */
const noteOf = (metric: Metric, { history, from, to }: Shown, label: string): string | null => {
  if (metric.isLow) {
    const growth = growthOf(history, metric.value, { from, to })
    return growth === null || Math.abs(growth) < 0.05 ? null : `${signed(growth)} in ${label}`
  }
  const peak = peakOf(history, metric.value, { from, to })
  if (peak === null) return null
  return `peak ${metric.unit === '%' ? formatPercent(peak) : oneDecimal(peak)}`
}

interface FigureProps {
  metric: Metric
  value: number | null
  limit: number | null
  note: string | null
  /** From now; otherwise it is the last one there was. */
  isNow: boolean
}

const Figure = ({ metric: { name, unit }, value, limit, note, isNow }: FigureProps) => {
  const isFull = isNow && unit === 'GiB' && value !== null && limit !== null && value / limit >= NEARLY_FULL
  return (
    // Where there is no room for the note beside the figure, it falls on a second line that is not shown.
    <div className="flex h-8 flex-wrap content-start items-center gap-x-2 max-sm:col-span-full max-sm:overflow-hidden sm:block sm:h-auto">
      <h3 className="text-secondary text-ink-muted">{name}</h3>
      <p translate="no" className="flex min-h-8 items-baseline gap-x-1 whitespace-nowrap">
        {value === null ? (
          <span key="none" className="text-secondary text-ink-muted">
            not measured
          </span>
        ) : (
          <Fragment key="measured">
            <span
              className={cx(
                'text-title font-semibold sm:text-figure',
                isFull ? 'text-bad-ink' : !isNow && 'text-ink-muted',
              )}
            >
              {oneDecimal(value)}
            </span>
            <span className="text-secondary text-ink-muted">
              {unit === '%' ? '%' : limit !== null && `/ ${formatNumber(limit)}\u00a0GiB`}
            </span>
          </Fragment>
        )}
      </p>
      <p className="min-h-4 text-small whitespace-nowrap text-ink-muted max-sm:mr-15 max-sm:ml-auto">
        {note}
      </p>
    </div>
  )
}

interface UsageRowProps extends Shown {
  metric: Metric
  instance: Instance
  /** How finely the window is drawn, in milliseconds, and what it is called. */
  step: number
  windowLabel: string
  marks: readonly number[]
  bands: readonly { from: number; to: number }[]
  live: boolean
  /** The newest reading stands for what is now. */
  isNow: boolean
  readingsAt?: (at: number) => readonly { name: string; value: string }[]
}

/** One metric: its newest figure big at the left, its course at the right. */
export const UsageRow = ({
  metric,
  instance,
  history,
  from,
  to,
  step,
  windowLabel,
  marks,
  bands,
  live,
  isNow,
  ...rest
}: UsageRowProps) => {
  const points = usagePoints(history, metric.value, { from, to, step })
  const steps = limitSteps(history, metric.total, { from, to })
  const newest = history.at(-1)
  const value = newest === undefined ? null : metric.value(newest)
  const limit = (newest === undefined ? null : metric.total(newest)) ?? metric.size(instance)
  const top = chartTop(
    [limit ?? 0, ...steps.map((one) => one.value)],
    peakOf(history, metric.value, { from, to }) ?? 0,
  )
  // What is beyond its limit shows where that is.
  const isBeyond = metric.unit === '%' && top > cpuLimit
  return (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[8.625rem_minmax(0,1fr)]">
      <Figure
        metric={metric}
        value={value}
        limit={metric.unit === '%' ? null : limit}
        note={noteOf(metric, { history, from, to }, windowLabel)}
        isNow={isNow}
      />
      <UsageChart
        {...rest}
        label={`${metric.name} in the ${live ? 'last' : 'last recorded'} ${windowLabel}`}
        points={points}
        from={from}
        to={to}
        max={top}
        unit={metric.unit}
        syncId={instance.uuid}
        live={live}
        marks={marks}
        bands={bands}
        limits={isBeyond ? [{ from, to, value: cpuLimit }] : steps.length > 1 ? steps : []}
        height={metric.height}
        isLow={metric.isLow}
      />
    </div>
  )
}
