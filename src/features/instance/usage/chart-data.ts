import type { Happening } from '#model/activity/happenings.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import type { UsageHistory, UsageSample } from '#model/usage/usage.ts'

interface TimeSpan {
  from: number
  to: number
}

type Measure = (sample: UsageSample) => number | null

/** What a total was over time, within a window (ms since the epoch); one step as long as it stays the same. */
export const limitSteps = (
  history: UsageHistory,
  total: Measure,
  { from, to }: TimeSpan,
): (TimeSpan & { value: number })[] => {
  const steps: (TimeSpan & { value: number })[] = []
  for (const sample of history) {
    const value = total(sample)
    if (value === null || sample.at < from || sample.at > to) continue
    const last = steps.at(-1)
    if (last !== undefined) last.to = sample.at
    if (last?.value !== value) steps.push({ from: sample.at, to: sample.at, value })
  }
  const last = steps.at(-1)
  if (last !== undefined) last.to = to
  return steps
}

/** The largest of a measure within a window; null where nothing was measured. */
export const peakOf = (history: UsageHistory, measure: Measure, { from, to }: TimeSpan): number | null => {
  let peak: number | null = null
  for (const sample of history) {
    const value = measure(sample)
    if (value !== null && sample.at >= from && sample.at <= to && (peak === null || value > peak))
      peak = value
  }
  return peak
}

/** What a measure has grown by from the first to the last reading of a window; null with fewer than two of them. */
export const growthOf = (history: UsageHistory, measure: Measure, { from, to }: TimeSpan): number | null => {
  const values = history.flatMap((sample) => {
    const value = measure(sample)
    return value === null || sample.at < from || sample.at > to ? [] : [value]
  })
  const [first] = values
  const last = values.at(-1)
  return first === undefined || last === undefined || values.length < 2 ? null : last - first
}

/** A moment that is marked on the charts. */
export interface ChartEvent {
  key: string
  at: number
  kind: HappeningKind
  title: string
}

const marked: ReadonlySet<HappeningKind> = new Set(['created', 'started', 'stopped', 'resized', 'failed'])

/** What happened to the instance within a window, oldest first. `happenings` come newest first, and may be of other instances too. */
export const eventsIn = (
  happenings: readonly Happening[],
  uuid: string,
  { from, to }: TimeSpan,
): ChartEvent[] =>
  happenings
    .filter(
      (happening) =>
        happening.uuid === uuid && marked.has(happening.kind) && happening.at >= from && happening.at <= to,
    )
    .map(({ key, at, kind, title }) => ({ key, at, kind, title }))
    .toReversed()

/** When the instance was known not to run: from the end of a stop until it ran again, or until the window ends. */
export const stoppedBands = (
  happenings: readonly Happening[],
  uuid: string,
  { from, to }: TimeSpan,
): TimeSpan[] => {
  const bands: TimeSpan[] = []
  let since: number | null = null
  for (const { uuid: other, kind, at, took, isOpen } of happenings.toReversed()) {
    if (other !== uuid || isOpen) continue
    const end = at + (took ?? 0)
    if (kind === 'stopped') since ??= end
    else if ((kind === 'started' || kind === 'created') && since !== null) {
      bands.push({ from: since, to: end })
      since = null
    }
  }
  if (since !== null) bands.push({ from: since, to })
  return bands
    .filter((band) => band.to > from && band.from < to)
    .map((band) => ({ from: Math.max(from, band.from), to: Math.min(to, band.to) }))
}
