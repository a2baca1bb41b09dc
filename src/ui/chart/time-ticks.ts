import { HOUR, MINUTE } from '#lib/time.ts'

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
