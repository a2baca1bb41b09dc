import { type Point, splitGaps } from '#lib/series.ts'
import { SECOND } from '#lib/time.ts'
import { COVERED, type UsageHistory, type UsageSample } from '#model/usage/usage.ts'

/** Two readings further apart than this have a hole between them: live ones come every 3 s, remembered ones every 10. */
const hole = 25 * SECOND
/** On an axis so long that this is no width, readings of a page that shows none (every 4 min) are joined as well. */
const holeIn = (step: number): number => (step > COVERED ? COVERED : hole)

/** The first lowest, the last highest and the missing point of a stretch, in the order of time: of a flat one, both its ends. */
const extremes = (points: readonly Point[]): Point[] => {
  let low: Point | undefined
  let high: Point | undefined
  let gap: Point | undefined
  for (const point of points) {
    if (point.value === null) gap = point
    else {
      if (low === undefined || point.value < (low.value ?? 0)) low = point
      if (high === undefined || point.value >= (high.value ?? 0)) high = point
    }
  }
  const kept = new Set([low, high, gap].filter((point) => point !== undefined))
  return points.filter((point) => kept.has(point))
}

/**
 * One metric between `from` and `to` as a chart draws it: holes are holes, and of every `step` milliseconds only the extremes stay
 * (0 keeps every reading). Stretches begin at fixed times of the day, so that what is drawn of the past does not change as the
 * window moves on.
 */
export const usagePoints = (
  history: UsageHistory,
  value: (sample: UsageSample) => number | null,
  { from, to, step }: { from: number; to: number; step: number },
): Point[] => {
  const inside: Point[] = []
  for (const sample of history)
    if (sample.at >= from && sample.at <= to) inside.push({ at: sample.at, value: value(sample) })
  const open = splitGaps(inside, holeIn(step))
  if (step === 0) return open

  const stretches = new Map<number, Point[]>()
  for (const point of open) {
    const stretch = Math.floor(point.at / step)
    const points = stretches.get(stretch)
    if (points === undefined) stretches.set(stretch, [point])
    else points.push(point)
  }
  const drawn = [...stretches.values()].flatMap(extremes)
  const newest = open.at(-1)
  return newest === undefined || drawn.at(-1) === newest ? drawn : [...drawn, newest]
}
