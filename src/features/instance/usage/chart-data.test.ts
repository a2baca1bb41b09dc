import { describe, expect, it } from 'vitest'

import { MINUTE } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'
import type { HappeningKind } from '#model/activity/kinds.ts'
import type { UsageSample } from '#model/usage/usage.ts'

import { eventsIn, growthOf, limitSteps, peakOf, stoppedBands } from './chart-data.ts'
import { autoWindow } from './windows.ts'

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
