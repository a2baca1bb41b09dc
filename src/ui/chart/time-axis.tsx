import { formatClock } from '#lib/format.ts'
import { HOUR, MINUTE } from '#lib/time.ts'

import { cx } from '../cx.ts'

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

/** On a narrow chart a label this near to the end, as a share of the window, would meet the label of the end. */
const spaceOnPhone = 0.25

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
