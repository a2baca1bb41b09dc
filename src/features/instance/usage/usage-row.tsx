import { Fragment } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatNumber } from '#lib/format.ts'
import type { UsageHistory, UsageSample } from '#model/usage/usage.ts'
import { cx } from '#ui/cx.ts'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PartLine } from '#ui/part-failure.tsx'

import { usagePoints } from './usage-points.ts'

/** One of the three things that are measured, and how it is shown. */
interface Metric {
  name: string
  unit: '%' | 'GiB'
  value: (sample: UsageSample) => number | null
  /** The top of the axis. */
  max: (latest: UsageSample | null, instance: Instance) => number
}

const percent = 100

export const metrics: readonly Metric[] = [
  { name: 'CPU', unit: '%', value: ({ cpu }) => cpu, max: () => percent },
  {
    name: 'Memory',
    unit: 'GiB',
    value: ({ memUsed }) => memUsed,
    max: (latest, { mem_gib: memory }) => latest?.memTotal ?? memory ?? 1,
  },
  {
    name: 'Disk',
    unit: 'GiB',
    value: ({ diskUsed }) => diskUsed,
    max: (latest, { disk_size_gib: disk }) => latest?.diskTotal ?? disk ?? 1,
  },
]

/** "%" or "/ 64 GiB": what stands behind the big figure. */
const unitText = ({ unit }: Metric, max: number): string =>
  unit === '%' ? '%' : `/ ${formatNumber(max)}\u00a0GiB`

const Failed = (failure: Failure) => <PartLine {...failure} className="min-h-24" />
const Place = ({ showTimeAxis = false }: { showTimeAxis?: boolean }) => (
  <div className={showTimeAxis ? 'h-30' : 'h-24'} />
)
const UsageChart = lazyPart(
  async () => {
    const { UsageChart: component } = await import('#ui/chart/usage-chart.tsx')
    return { default: component }
  },
  { failed: Failed, fallback: Place },
)

export interface UsageRowProps {
  metric: Metric
  history: UsageHistory
  /** The top of the axis, in the metric's unit. */
  max: number
  /** The window, in milliseconds since the epoch, and how finely it is drawn. */
  from: number
  to: number
  step: number
  windowLabel: string
  syncId: string
  /** The newest reading is from now; otherwise it is the last one there was. */
  live: boolean
  isLast: boolean
}

const oneDecimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : formatNumber(value))

/** One metric: its newest figure big at the left, its course at the right. */
export const UsageRow = ({
  metric,
  history,
  max,
  from,
  to,
  step,
  windowLabel,
  syncId,
  live,
  isLast,
}: UsageRowProps) => {
  const points = usagePoints(history, metric.value, { from, to, step })
  const newest = history.at(-1)
  const value = newest === undefined ? null : metric.value(newest)
  return (
    <div className="grid items-center gap-x-3 gap-y-2 border-line px-4 py-3.5 not-first:border-t sm:grid-cols-[148px_minmax(0,1fr)]">
      <div className={cx('max-sm:flex max-sm:items-baseline max-sm:gap-3', isLast && 'sm:mb-6')}>
        <h3 className="text-secondary text-ink-muted">{metric.name}</h3>
        <p className="flex min-h-8 flex-wrap items-baseline gap-x-1.5 whitespace-nowrap">
          {value === null ? (
            <span key="none" className="text-secondary text-ink-muted">
              not measured
            </span>
          ) : (
            <Fragment key="measured">
              <span className={cx('text-figure font-semibold', !live && 'text-ink-muted')}>
                {oneDecimal(value)}
              </span>
              <span className="text-secondary text-ink-muted">{unitText(metric, max)}</span>
            </Fragment>
          )}
        </p>
      </div>
      <UsageChart
        label={`${metric.name} in the ${live ? 'last' : 'last recorded'} ${windowLabel}`}
        points={points}
        from={from}
        to={to}
        max={max}
        unit={metric.unit}
        syncId={syncId}
        live={live}
        showTimeAxis={isLast}
      />
    </div>
  )
}
