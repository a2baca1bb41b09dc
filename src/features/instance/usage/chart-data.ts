import { oneOf, searchCodec } from '#lib/search-params.ts'
import { type Point, splitGaps } from '#lib/series.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import { COVERED, type UsageHistory, type UsageSample } from '#model/usage/usage.ts'

/** How far back the charts look; `auto` is the smallest that holds what is stored, an hour at most. */
export const windowIds = ['5min', '15min', '1h', '24h'] as const
export type WindowId = (typeof windowIds)[number]

export interface UsageWindow {
  label: string
  /** In milliseconds. */
  length: number
  /** Samples within one such stretch of time are drawn as their extremes; 0 draws every one. Milliseconds. */
  step: number
}

export const usageWindows: Readonly<Record<WindowId, UsageWindow>> = {
  '5min': { label: '5 min', length: 5 * MINUTE, step: 0 },
  '15min': { label: '15 min', length: 15 * MINUTE, step: 15 * SECOND },
  '1h': { label: '1 h', length: HOUR, step: MINUTE },
  '24h': { label: '24 h', length: 24 * HOUR, step: 24 * MINUTE },
}
const firstMinute: UsageWindow = { label: '1 min', length: MINUTE, step: 0 }

/** `?window=` of the instance page. */
export const windowSearch = searchCodec({ window: oneOf(['auto', ...windowIds], 'auto') })

/** The window that nobody has chosen: it grows with what is stored of the hour before `to` (ms since the epoch). */
export const autoWindow = (
  history: UsageHistory,
  to: number,
): { id: WindowId | null; window: UsageWindow } => {
  const first = history.find(({ at }) => at >= to - HOUR)?.at ?? to
  const age = to - first
  if (age < MINUTE) return { id: null, window: firstMinute }
  const id = windowIds.find((one) => age <= usageWindows[one].length) ?? '1h'
  return { id, window: usageWindows[id] }
}

/** Two readings further apart than this have a hole between them: live ones come every 3 s, remembered ones every 10. */
const hole = 25 * SECOND
/** On an axis so long that this is no width, readings of a page that shows none (every 4 min) are joined as well. */
const holeIn = (step: number): number => (step > COVERED ? COVERED : hole)

/**
 * Takes the points of a stretch after another and gives the first lowest, the last highest and the missing one of each, in the order of
 * time: of a flat one, both its ends. A day has thousands of points, three charts of it, and a new one every few seconds.
 */
const createExtremes = (step: number) => {
  const drawn: Point[] = []
  let stretch = Number.NaN
  let low: Point | undefined
  let high: Point | undefined
  let gap: Point | undefined
  const end = () => {
    const kept = new Set([low, high, gap].filter((point) => point !== undefined))
    drawn.push(...[...kept].toSorted((a, b) => a.at - b.at))
    low = undefined
    high = undefined
    gap = undefined
  }
  return {
    take: (point: Point) => {
      const next = Math.floor(point.at / step)
      if (next !== stretch) end()
      stretch = next
      if (point.value === null) gap = point
      else {
        if (low === undefined || point.value < (low.value ?? 0)) low = point
        if (high === undefined || point.value >= (high.value ?? 0)) high = point
      }
    },
    end: () => {
      end()
      return drawn
    },
  }
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

  const extremes = createExtremes(step)
  for (const point of open) extremes.take(point)
  const drawn = extremes.end()
  const newest = open.at(-1)
  return newest === undefined || drawn.at(-1) === newest ? drawn : [...drawn, newest]
}

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

/**
 * The top of an axis: the largest limit of the window, so that a smaller one pushes nothing off. What goes beyond takes the axis with
 * it, to the next round figure.
 */
export const chartTop = (limits: readonly number[], peak: number): number => {
  const limit = Math.max(1, ...limits)
  if (peak <= limit) return limit
  const unit = 10 ** Math.floor(Math.log10(peak))
  return Math.ceil(peak / unit) * unit
}

/** What a measure has grown by from the first to the last reading of a window; null with fewer than two of them. */
export const growthOf = (history: UsageHistory, measure: Measure, { from, to }: TimeSpan): number | null => {
  const isIn = (sample: UsageSample) => sample.at >= from && sample.at <= to && measure(sample) !== null
  const first = history.find(isIn)
  const last = history.findLast(isIn)
  if (first === undefined || last === undefined || first === last) return null
  const [before, after] = [measure(first), measure(last)]
  return before === null || after === null ? null : after - before
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

/** The words of an event take about this part of a chart's width. */
const wordsWidth = 0.3

/** On which side of the newest event its words find room, between the end of the chart and the event before it; null where on none. */
export const sideOfWords = (
  events: readonly Pick<ChartEvent, 'at'>[],
  { from, to }: TimeSpan,
): 'left' | 'right' | null => {
  const room = (to - from) * wordsWidth
  const [newest, before] = [events.at(-1)?.at ?? from, events.at(-2)?.at ?? from]
  if (to - newest >= room) return 'right'
  return newest - before >= room ? 'left' : null
}

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
