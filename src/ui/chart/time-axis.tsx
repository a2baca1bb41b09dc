import { formatClock } from '#lib/format.ts'

import { cx } from '../cx.ts'
import { timeTicks } from './time-ticks.ts'

/** On a narrow chart a label this near to the end, as a share of the window, would meet the label of the end. */
const roomOnPhone = 0.25

type TimeAxisProps = {
  /** The window, in ms since the epoch. */
  from: number
  to: number
  endLabel: string
}

/** The labels under a chart that spans the same width. */
export const TimeAxis = ({ from, to, endLabel }: TimeAxisProps) => (
  <div className="relative mt-2 h-4 text-micro text-ink-muted">
    {timeTicks(from, to, new Date(to).getTimezoneOffset()).map((tick) => (
      <span
        key={tick}
        className={cx(
          'absolute -translate-x-1/2 whitespace-nowrap',
          (to - tick) / (to - from) < roomOnPhone && 'max-sm:hidden',
        )}
        style={{ left: `${((tick - from) / (to - from)) * 100}%` }}
      >
        {formatClock(tick)}
      </span>
    ))}
    <span className="absolute right-0">{endLabel}</span>
  </div>
)
