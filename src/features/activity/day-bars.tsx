import { formatWeekDay } from '#lib/calendar.ts'
import { formatCount } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { cx } from '#ui/cx.ts'

import type { DayBar } from './by-day.ts'

/** A day of fewer entries than this does not fill the height. */
const leastTop = 12

const fills = { own: 'bg-plot', seen: 'bg-part-ram', failed: 'bg-bad' } as const
type BarPart = keyof typeof fills

/** The swatch of a part of the bars, beside its name. */
export const BarSwatch = ({ part }: { part: BarPart }) => (
  <span aria-hidden className={cx('size-2 shrink-0 rounded-[2px] forced-color-adjust-none', fills[part])} />
)

const totalOf = ({ own, seen, failed }: DayBar): number => own + seen + failed

const nameOf = (bar: DayBar): string => {
  const failed = bar.failed === 0 ? '' : `, ${formatCount(bar.failed)} failed`
  return `${formatWeekDay(bar.start)}, ${pluralize(totalOf(bar), 'entry', 'entries')}${failed}`
}

const Parts = ({ bar, top }: { bar: DayBar; top: number }) => (
  <span aria-hidden className="flex h-full flex-col justify-end gap-px">
    {(['failed', 'seen', 'own'] as const).map(
      (part) =>
        bar[part] > 0 && (
          <span
            key={part}
            className={cx('min-h-0.5 forced-color-adjust-none', fills[part])}
            style={{ height: `${(bar[part] / top) * 100}%` }}
          />
        ),
    )}
  </span>
)

interface DayBarsProps {
  bars: readonly DayBar[]
  /** Leads to a day, by the midnight at its start (ms since the epoch). */
  onDay: (start: number) => void
}

const grid = 'grid grid-cols-28 gap-x-0.5 sm:gap-x-1'

/** Where a week begins, and where today is. */
const Axis = ({ bars }: { bars: readonly DayBar[] }) => (
  <div aria-hidden className={cx(grid, 'mt-1 text-micro text-ink-muted')}>
    {bars.map(({ start, label }, index) => {
      const isLast = index === bars.length - 1
      if (index % 7 !== 0 && !isLast) return null
      return (
        <span
          key={start}
          className={cx(
            'row-start-1 whitespace-nowrap',
            isLast && 'col-start-[-2] justify-self-end font-medium text-ink',
          )}
          style={isLast ? undefined : { gridColumn: `${index + 1} / span 6` }}
        >
          {label}
        </span>
      )
    })}
  </div>
)

/** How much happened on each of the last days: a bar a day, which leads to its entries. */
export const DayBars = ({ bars, onDay }: DayBarsProps) => {
  const top = Math.max(leastTop, ...bars.map(totalOf))
  return (
    <div className="mt-1.5 print:hidden">
      <div role="group" aria-label="Days" className={cx(grid, 'border-b border-line-strong')}>
        {bars.map((bar, index) => {
          const column = cx(
            'block h-14 w-full min-w-0 rounded-t-sm',
            index === bars.length - 1 && 'bg-accent-soft',
          )
          return totalOf(bar) === 0 ? (
            <span key={bar.start} className={column} />
          ) : (
            <button
              key={bar.start}
              type="button"
              aria-label={nameOf(bar)}
              data-tooltip={nameOf(bar)}
              onClick={() => onDay(bar.start)}
              className={cx(column, 'hover:bg-sunken')}
            >
              <Parts bar={bar} top={top} />
            </button>
          )
        })}
      </div>
      <Axis bars={bars} />
    </div>
  )
}
