import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Maximize2 from 'lucide-react/icons/scaling'
import Square from 'lucide-react/icons/square'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ComponentType } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatClock, formatNumber, formatPercent } from '#lib/format.ts'
import type { Happening } from '#model/activity/happenings.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import type { UsageHistory } from '#model/usage/usage.ts'
import { TimeAxis } from '#ui/chart/time-axis.tsx'
import { cx } from '#ui/cx.ts'

import { type ChartEvent, eventsIn, sideOfWords, stoppedBands, type UsageWindow } from './chart-data.ts'
import { metrics, UsageRow } from './usage-row.tsx'

const icons: Readonly<Partial<Record<HappeningKind, ComponentType<{ size: number; strokeWidth: number }>>>> =
  {
    created: Plus,
    started: RotateCw,
    stopped: Square,
    resized: Maximize2,
    failed: TriangleAlert,
  }

interface EventLaneProps {
  events: readonly ChartEvent[]
  /** When the record of readings begins (ms since the epoch), where that lies within the window. */
  begin: number | null
  /** The window, in ms since the epoch. */
  from: number
  to: number
}

/** Above the charts: what happened when, the newest in words. */
const EventLane = ({ events, begin, from, to }: EventLaneProps) => {
  const left = (at: number) => `${((at - from) / (to - from)) * 100}%`
  const newest = events.at(-1)
  return (
    <ul aria-label="Events" className="relative m-0 h-5 list-none p-0">
      {begin !== null && newest === undefined && (
        <li
          className={cx(
            'absolute top-0.5 text-micro whitespace-nowrap text-ink-muted',
            (begin - from) / (to - from) > 0.5 ? '-translate-x-full pr-2' : 'pl-2',
          )}
          style={{ left: left(begin) }}
        >
          since {formatClock(begin, to - from < 600_000 ? 'seconds' : 'minutes')}
        </li>
      )}
      {events.map((event) => {
        const Icon = icons[event.kind] ?? Play
        const side = event === newest ? sideOfWords(events, { from, to }) : null
        return (
          <li
            key={event.key}
            className={cx(
              'absolute top-0 flex max-w-72 items-center gap-1.5 text-small whitespace-nowrap text-ink-muted',
              side === 'left' ? '-mr-2 -translate-x-[calc(100%-0.5rem)] flex-row-reverse' : '-translate-x-2',
            )}
            style={{ left: left(event.at) }}
          >
            <span
              data-tooltip={`${formatClock(event.at)} ${event.title}`}
              className="grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface"
            >
              <Icon size={9} strokeWidth={2} />
            </span>
            <span className={side === null ? 'sr-only' : 'truncate'}>
              {formatClock(event.at)} <span className="font-medium text-ink">{event.title}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

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
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pt-2.5 pb-2">
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
