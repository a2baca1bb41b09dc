import { useSyncExternalStore } from 'react'

import { createEmitter } from '#lib/emitter.ts'
import type { Point } from '#lib/series.ts'

/** Where the crosshair of a group of charts stands, in ms since the epoch. Charts of one group draw points of their own, so they share a time. */
const standing = new Map<string, number>()
const moved = createEmitter<string>()

/** Puts the crosshair of all charts of a group at a time, or takes it away. */
export const moveCrosshair = (group: string, at: number | null): void => {
  if (at === (standing.get(group) ?? null)) return
  if (at === null) standing.delete(group)
  else standing.set(group, at)
  moved.emit(group)
}

export const useCrosshair = (group: string): number | null =>
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
