import type { ComponentType } from 'react'
import Maximize2 from 'lucide-react/icons/scaling'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Square from 'lucide-react/icons/square'
import TriangleAlert from 'lucide-react/icons/triangle-alert'

import { formatClock } from '#lib/format.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import { cx } from '#ui/cx.ts'

import type { ChartEvent } from './chart-data.ts'

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
export const EventLane = ({ events, begin, from, to }: EventLaneProps) => {
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
        const isWritten = event === newest
        const isLate = (event.at - from) / (to - from) > 0.6
        return (
          <li
            key={event.key}
            className={cx(
              'absolute top-0 flex max-w-72 items-center gap-1.5 text-small whitespace-nowrap text-ink-muted',
              isLate ? '-mr-2 -translate-x-[calc(100%-0.5rem)] flex-row-reverse' : '-translate-x-2',
            )}
            style={{ left: left(event.at) }}
          >
            <span
              data-tooltip={`${formatClock(event.at)} ${event.title}`}
              className="grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-surface"
            >
              <Icon size={9} strokeWidth={2} />
            </span>
            <span className={isWritten ? 'truncate' : 'sr-only'}>
              {formatClock(event.at)} <span className="font-medium text-ink">{event.title}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
