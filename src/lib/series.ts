/** A point of a time series: milliseconds since the epoch, and null where nothing was measured. */
export interface Point {
  at: number
  value: number | null
}

/** The points with a null put into every stretch longer than `maxGapMs` without one, so that charts draw a gap as a gap. */
export const splitGaps = (points: readonly Point[], maxGapMs: number): Point[] => {
  const split: Point[] = []
  for (const point of points) {
    const before = split.at(-1)
    const isGap = before !== undefined && point.at - before.at > maxGapMs
    if (isGap) split.push({ at: before.at + maxGapMs, value: null })
    split.push(point)
  }
  return split
}

/** What stands for a bucket: its lowest and highest point, and its last null; −1 for what it has not. */
const extremes = (points: readonly Point[], from: number, to: number): number[] => {
  let low = -1
  let high = -1
  let gap = -1
  for (let index = from; index < to; index += 1) {
    const value = points[index]?.value ?? null
    if (value === null) gap = index
    else {
      if (low < 0 || value < (points[low]?.value ?? 0)) low = index
      if (high < 0 || value > (points[high]?.value ?? 0)) high = index
    }
  }
  return [low, high, gap]
}

/**
 * At most `max` of the points (eight or more), in their order: the first, the last, and in between the extremes and the gaps of
 * even stretches, so that neither a spike nor a hole is lost.
 */
export const downsample = (points: readonly Point[], max: number): Point[] => {
  if (points.length <= max) return [...points]
  const last = points.length - 1
  const buckets = Math.floor((max - 2) / 3)
  const kept = new Set([0, last])
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = 1 + Math.floor(((last - 1) * bucket) / buckets)
    const to = 1 + Math.floor(((last - 1) * (bucket + 1)) / buckets)
    for (const index of extremes(points, from, to)) kept.add(index)
  }
  return [...kept].toSorted((a, b) => a - b).flatMap((index) => points[index] ?? [])
}
