import type { UsualStart } from '#model/activity/usual-starts.ts'
import { MINUTE } from '#lib/time.ts'

/** The end of the axis (ms): a minute, doubled until everything that is drawn lies well within. */
export const axisEnd = (elapsed: number, usual: UsualStart | null): number => {
  const furthest = Math.max(elapsed * 1.05, usual === null ? 0 : Math.max(...usual.starts) * 1.1)
  let end = MINUTE
  while (end < furthest) end *= 2
  return end
}

/** Where starts are drawn above the bar: as a share of the axis, and on which level, so that none covers another. */
export const startDots = (usual: UsualStart, end: number): { x: number; level: number }[] => {
  const columns = new Map<number, number>()
  return usual.starts.map((start) => {
    const column = Math.round((start / end) * 64)
    const level = columns.get(column) ?? 0
    columns.set(column, level + 1)
    return { x: column / 64, level }
  })
}
