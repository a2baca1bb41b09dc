import type { Instance } from '#contract/instance.ts'
import { formatClock, formatNumber, formatPercent } from '#lib/format.ts'
import type { Happening } from '#model/activity/happenings.ts'
import type { UsageHistory } from '#model/usage/usage.ts'
import { TimeAxis } from '#ui/chart/time-axis.tsx'

import { eventsIn, stoppedBands } from './chart-data.ts'
import { EventLane } from './event-lane.tsx'
import { metrics, UsageRow } from './usage-row.tsx'
import type { UsageWindow } from './windows.ts'

interface UsageChartsProps {
  instance: Instance
  history: UsageHistory
  happenings: readonly Happening[]
  window: UsageWindow
  /** Where the window ends, in milliseconds since the epoch. */
  to: number
  live: boolean
  /** The newest reading stands for what is now. */
  isNow: boolean
}

/** CPU, memory and disk on one time axis, with what happened to the instance marked through all three. */
export const UsageCharts = ({
  instance,
  history,
  happenings,
  window: { label, length, step },
  to,
  live,
  isNow,
}: UsageChartsProps) => {
  const from = to - length
  const events = eventsIn(happenings, instance.uuid, { from, to })
  const bands = stoppedBands(happenings, instance.uuid, { from, to })
  const first = history[0]?.at
  const begin = first !== undefined && first > from && first < to ? first : null
  const marks = [...events.map(({ at }) => at), ...(begin === null ? [] : [begin])]

  const readingsAt = (at: number) => {
    const sample = history.findLast((one) => one.at <= at) ?? history[0]
    return metrics.flatMap(({ name, unit, value }) => {
      const read = sample === undefined ? null : value(sample)
      if (read === null) return []
      return [{ name, value: unit === '%' ? formatPercent(read, 1) : `${formatNumber(read)}\u00a0GiB` }]
    })
  }

  return (
    <div className="grid gap-3 px-4 pt-2.5 pb-2">
      <div className="grid gap-x-3 sm:grid-cols-[8.625rem_minmax(0,1fr)]">
        <div className="col-start-1 mr-15.5 max-sm:hidden sm:col-start-2">
          <EventLane events={events} begin={begin} from={from} to={to} />
        </div>
      </div>
      {metrics.map((metric, index) => (
        <UsageRow
          key={metric.name}
          metric={metric}
          instance={instance}
          history={history}
          from={from}
          to={to}
          step={step}
          windowLabel={label}
          marks={marks}
          bands={bands}
          live={live}
          isNow={isNow}
          {...(index === 0 ? { readingsAt } : {})}
        />
      ))}
      <div aria-hidden className="-mt-2 grid gap-x-3 sm:grid-cols-[8.625rem_minmax(0,1fr)]">
        <div className="mr-15.5 sm:col-start-2">
          <TimeAxis from={from} to={to} endLabel={live ? 'now' : formatClock(to)} />
        </div>
      </div>
    </div>
  )
}
