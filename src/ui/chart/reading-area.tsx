import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useSyncExternalStore } from 'react'

import { createEmitter } from '#lib/emitter.ts'
import { formatClock } from '#lib/format.ts'
import type { Point } from '#lib/series.ts'

import { cx } from '../cx.ts'

/** Where the crosshair of a group of charts stands, in ms since the epoch. Charts of one group draw points of their own, so they share a time. */
const standing = new Map<string, number>()
const moved = createEmitter<string>()

/** Puts the crosshair of all charts of a group at a time, or takes it away. */
const moveCrosshair = (group: string, at: number | null): void => {
  if (at === (standing.get(group) ?? null)) return
  if (at === null) standing.delete(group)
  else standing.set(group, at)
  moved.emit(group)
}

const useCrosshair = (group: string): number | null =>
  useSyncExternalStore(moved.listen, () => standing.get(group) ?? null)

/** The index of the point nearest in time; -1 where there are none. */
export const nearestIndex = (points: readonly Point[], at: number): number => {
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  for (const [index, point] of points.entries()) {
    const away = Math.abs(point.at - at)
    if (away < distance) {
      best = index
      distance = away
    }
  }
  return best
}

const strides: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** The point a key leads to from the one the crosshair stands at; null for a key that leads nowhere. */
export const pointForKey = (key: string, points: readonly Point[], at: number): Point | null => {
  const stride = strides[key]
  if (stride === undefined) return null
  const index = Math.min(Math.max(nearestIndex(points, at) + stride, 0), points.length - 1)
  return points[index] ?? null
}

/** One line at the crosshair: "CPU", "44.4 %". */
export interface Reading {
  name: string
  value: string
}

type ReadingAreaProps = {
  label: string
  points: readonly Point[]
  /** The window, in ms since the epoch. */
  from: number
  to: number
  max: number
  formatValue: (value: number) => string
  /** Charts of the same group share their crosshair. */
  group: string
  /** Its height, as a class. */
  height: string
  /** What stands at the crosshair, for the one chart of a group that shows it. */
  readingsAt: ((at: number) => readonly Reading[]) | undefined
  children: ReactNode
}

const percent = (share: number): string => `${Math.min(Math.max(share, 0), 1) * 100}%`

/**
 * Reads a chart point by point: under the pointer, or by the arrow keys once it has the focus. To assistive technology it is a
 * slider along the time, whose value is the reading; Escape takes the crosshair away.
 */
export const ReadingArea = ({
  label,
  points,
  from,
  to,
  max,
  formatValue,
  group,
  height,
  readingsAt,
  children,
}: ReadingAreaProps) => {
  const at = useCrosshair(group)
  const newest = points.at(-1)?.at ?? to
  const point = points[nearestIndex(points, at ?? newest)]
  const value = point?.value ?? null
  const reading = value === null ? 'no data' : formatValue(value)
  const clock = point === undefined ? '' : formatClock(point.at, 'seconds')

  useEffect(() => () => moveCrosshair(group, null), [group])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'Escape' ? null : pointForKey(event.key, points, at ?? newest)
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (next === null && (event.key !== 'Escape' || at === null)) return
    event.preventDefault()
    moveCrosshair(group, next?.at ?? null)
  }
  const onPointer = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    moveCrosshair(group, Math.round(from + ((clientX - left) / width) * (to - from)))
  }
  const leave = () => moveCrosshair(group, null)

  const x = point === undefined ? 0 : (point.at - from) / (to - from)
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={point?.at ?? to}
      aria-valuetext={point === undefined ? 'no data' : `${reading} at ${clock}`}
      className={cx('relative touch-pan-y rounded-sm', height)}
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) moveCrosshair(group, newest)
      }}
      onBlur={leave}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onPointerLeave={leave}
      onPointerCancel={leave}
    >
      {children}
      {at !== null && point !== undefined && (
        <div className="pointer-events-none absolute inset-0">
          <div
            data-crosshair
            className="absolute inset-y-0 border-l border-dashed border-ink-faint"
            style={{ left: percent(x) }}
          />
          {value !== null && (
            <div
              className="absolute size-2 -translate-1/2 rounded-full border-[1.5px] border-surface bg-plot"
              style={{ left: percent(x), top: percent(1 - value / max) }}
            />
          )}
          {readingsAt !== undefined && (
            <div
              className={cx(
                'absolute top-2 z-10 rounded-control px-2 py-1 text-small whitespace-nowrap overlay',
                x > 0.5 ? '-ml-2.5 -translate-x-full' : 'ml-2.5',
              )}
              style={{ left: percent(x) }}
            >
              <p className="font-medium">{clock}</p>
              {readingsAt(point.at).map((line) => (
                <p key={line.name}>
                  {line.name} {line.value}
                </p>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
