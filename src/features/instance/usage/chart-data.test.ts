import { describe, expect, it } from 'vitest'

import { MINUTE, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import type { UsageHistory, UsageSample } from '#model/usage/usage.ts'

import {
  autoWindow,
  chartTop,
  eventsIn,
  growthOf,
  limitSteps,
  peakOf,
  sideOfWords,
  stoppedBands,
  usagePoints,
} from './chart-data.ts'

const noon = Date.UTC(2026, 8, 14, 12)
const nothing = { memUsed: null, memTotal: null, diskUsed: null, diskTotal: null }
const every = (ms: number, count: number, cpu: (index: number) => number | null): UsageHistory =>
  Array.from({ length: count }, (_, index) => ({ at: noon + index * ms, cpu: cpu(index), ...nothing }))
const cpu = (sample: UsageSample) => sample.cpu

describe('what a chart draws', () => {
  it('is what lies inside the window', () => {
    const readings = every(3 * SECOND, 10, (index) => index)
    const drawn = usagePoints(readings, cpu, { from: noon + 6 * SECOND, to: noon + 12 * SECOND, step: 0 })
    expect(drawn.map(({ value }) => value)).toEqual([2, 3, 4])
  })

  it('leaves a hole open, and joins readings that were remembered ten seconds apart', () => {
    const before = every(10 * SECOND, 3, () => 40)
    const after = before.map((sample) => ({ ...sample, at: sample.at + 5 * MINUTE }))
    const drawn = usagePoints([...before, ...after], cpu, { from: noon, to: noon + 10 * MINUTE, step: 0 })
    expect(drawn.map(({ value }) => value)).toEqual([40, 40, 40, null, 40, 40, 40])
  })

  it('joins readings that came every four minutes where an axis is a day, and leaves its longer holes', () => {
    const before = every(4 * MINUTE, 30, (index) => index)
    const after = before.map((sample) => ({ ...sample, at: sample.at + 300 * MINUTE }))
    const window = { from: noon, to: noon + 24 * 60 * MINUTE, step: 24 * MINUTE }
    const drawn = usagePoints([...before, ...after], cpu, window)
    expect(drawn.filter(({ value }) => value === null)).toHaveLength(1)
    expect(usagePoints(before, cpu, { ...window, step: MINUTE }).some(({ value }) => value === null)).toBe(
      true,
    )
  })

  it('keeps spikes, holes and the newest reading of a long window', () => {
    const readings = every(3 * SECOND, 1200, (index) => (index === 617 ? 97 : 10))
    const drawn = usagePoints(readings, cpu, { from: noon, to: noon + 60 * MINUTE, step: MINUTE })
    expect(drawn.length).toBeLessThanOrEqual(125)
    expect(Math.max(...drawn.map(({ value }) => value ?? 0))).toBe(97)
    expect(drawn.at(-1)?.at).toBe(readings.at(-1)?.at)
  })

  it('draws the past the same as the window moves on', () => {
    const readings = every(3 * SECOND, 400, (index) => (index * 37) % 100)
    const window = (end: number) =>
      usagePoints(readings, cpu, { from: noon, to: noon + end, step: MINUTE }).filter(
        ({ at }) => at < noon + 10 * MINUTE,
      )
    expect(window(15 * MINUTE + 7 * SECOND)).toEqual(window(15 * MINUTE))
  })

  it('draws a flat stretch from its first to its last reading', () => {
    const drawn = usagePoints(
      every(3 * SECOND, 5, () => 12),
      cpu,
      { from: noon, to: noon + MINUTE, step: MINUTE },
    )
    expect(drawn.map(({ at }) => at - noon)).toEqual([0, 12 * SECOND])
  })

  it('shows a reading that lacks this figure as a hole', () => {
    const readings = every(3 * SECOND, 5, (index) => (index < 2 ? null : 30 + index))
    const drawn = usagePoints(readings, cpu, { from: noon, to: noon + MINUTE, step: MINUTE })
    expect(drawn.map(({ value }) => value)).toEqual([null, 32, 34])
  })
})

const start = Date.UTC(2026, 10, 25, 12)
const at = (minutes: number) => start + minutes * MINUTE
const window = { from: start, to: at(60) }

const sample = (minutes: number, memUsed: number | null, memTotal: number | null = 64): UsageSample => ({
  at: at(minutes),
  cpu: 50,
  memUsed,
  memTotal,
  diskUsed: null,
  diskTotal: null,
})
const used = ({ memUsed }: UsageSample) => memUsed
const total = ({ memTotal }: UsageSample) => memTotal

const happening = (minutes: number, kind: HappeningKind, took: number | null = null): Happening => ({
  key: `${minutes} ${kind}`,
  at: at(minutes),
  uuid: 'u1',
  name: 'one',
  kind,
  isOwn: true,
  title: kind,
  isOpen: false,
  took,
  effect: null,
  environment: null,
  prefill: null,
})
/** As the record has them: the newest first. */
const record = (...happenings: Happening[]) => happenings.toReversed()

describe('the limit of a chart', () => {
  it('is one step as long as it stays', () => {
    expect(limitSteps([sample(1, 1), sample(2, 1), sample(3, 1)], total, window)).toEqual([
      { from: at(1), to: at(60), value: 64 },
    ])
  })

  it('steps where it changes, and leaves out what was not told', () => {
    const history = [sample(1, 1, 32), sample(2, 1, null), sample(10, 1, 64), sample(70, 1, 128)]
    expect(limitSteps(history, total, window)).toEqual([
      { from: at(1), to: at(10), value: 32 },
      { from: at(10), to: at(60), value: 64 },
    ])
    expect(limitSteps([], total, window)).toEqual([])
  })
})

it('the peak and the growth are of the window alone', () => {
  const history = [
    sample(-5, 60),
    sample(1, 30),
    sample(2, null),
    sample(3, 40),
    sample(4, 35),
    sample(65, 99),
  ]
  expect(peakOf(history, used, window)).toBe(40)
  expect(growthOf(history, used, window)).toBe(5)
  expect(peakOf([sample(-5, 60)], used, window)).toBeNull()
  expect(growthOf([sample(1, 30)], used, window)).toBeNull()
})

describe('what happened', () => {
  it('is marked within the window, oldest first, and of this instance alone', () => {
    const happenings = record(
      happening(-5, 'created'),
      happening(10, 'stopped'),
      happening(12, 'ports'),
      { ...happening(15, 'resized'), uuid: 'u2' },
      happening(20, 'started'),
    )
    expect(eventsIn(happenings, 'u1', window).map(({ kind }) => kind)).toEqual(['stopped', 'started'])
  })

  it('says the newest in words where there is room for them, and never over the mark before it', () => {
    const side = (...times: number[]) =>
      sideOfWords(
        times.map((at) => ({ at })),
        { from: 0, to: 100 },
      )
    expect(side(10)).toBe('right')
    expect(side(10, 60)).toBe('right')
    expect(side(90)).toBe('left')
    expect(side(40, 90)).toBe('left')
    expect(side(80, 90)).toBe(null)
  })

  it('leaves a band from the end of a stop to the end of a start', () => {
    const happenings = record(happening(10, 'stopped', MINUTE), happening(20, 'started', 2 * MINUTE))
    expect(stoppedBands(happenings, 'u1', window)).toEqual([{ from: at(11), to: at(22) }])
    expect(stoppedBands(record(happening(10, 'stopped')), 'u1', window)).toEqual([
      { from: at(10), to: at(60) },
    ])
    expect(stoppedBands(record(happening(-9, 'stopped'), happening(-5, 'started')), 'u1', window)).toEqual([])
    expect(stoppedBands(record({ ...happening(10, 'stopped'), isOpen: true }), 'u1', window)).toEqual([])
  })
})

describe('the window that nobody chose', () => {
  const label = (...minutes: number[]) =>
    autoWindow(
      minutes.map((one) => sample(one, 1)),
      at(60),
    ).window.label

  it('is the smallest that holds what is stored, an hour at most', () => {
    expect(label()).toBe('1 min')
    expect(label(59.5, 60)).toBe('1 min')
    expect(label(57, 60)).toBe('5 min')
    expect(label(50, 60)).toBe('15 min')
    expect(label(10, 60)).toBe('1 h')
    expect(label(-900, 60)).toBe('1 min')
    expect(label(-900, 10, 60)).toBe('1 h')
  })
})

it.each([
  [[100], 42, 100],
  [[100], 100, 100],
  // More than all vCPUs, or than the limit: the axis goes along.
  [[100], 640, 700],
  [[100], 101, 200],
  [[64, 128], 130, 200],
  [[0], 0, 1],
  [[0], 12.4, 20],
])('with limits of %j and a peak of %d the axis ends at %d', (limits, peak, top) => {
  expect(chartTop(limits, peak)).toBe(top)
})
