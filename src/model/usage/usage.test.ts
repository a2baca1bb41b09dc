import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { cpuSlots, fromStats, idleSince, mergeSamples, type UsageSample, usageSummary } from './usage.ts'

const minute = 60_000
const sample = (minutes: number, cpu: number | null): UsageSample => ({
  at: minutes * minute,
  cpu,
  memUsed: 1,
  memTotal: 4,
  diskUsed: 10,
  diskTotal: 50,
})
const every = (from: number, to: number, step: number, cpu: number | null) =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => sample(from + index * step, cpu))

test('a reading becomes a sample', () => {
  const stats = {
    cpu_percent: 45.2,
    mem_used_gib: 12.4,
    mem_total_gib: 16,
    disk_used_gib: 38.7,
    disk_total_gib: null,
  }
  expect(fromStats(stats, 7)).toEqual({
    at: 7,
    cpu: 45.2,
    memUsed: 12.4,
    memTotal: 16,
    diskUsed: 38.7,
    diskTotal: null,
  })
})

describe('idle', () => {
  test('is half an hour of next to no CPU', () => {
    expect(idleSince(every(0, 30, 1, 2), 30 * minute)).toBe(0)
    expect(idleSince(every(0, 29, 1, 2), 29 * minute)).toBeNull()
    expect(idleSince(every(0, 180, 5, 0), 180 * minute)).toBe(0)
  })

  test('begins after the last time it worked', () => {
    const samples = [...every(0, 20, 1, 80), ...every(21, 60, 1, 3)]
    expect(idleSince(samples, 60 * minute)).toBe(21 * minute)
  })

  test('is over with one busy reading', () => {
    expect(idleSince([...every(0, 59, 1, 1), sample(60, 5)], 60 * minute)).toBeNull()
  })

  test('is not presumed where nothing was seen', () => {
    expect(idleSince([], 0)).toBeNull()
    expect(idleSince([sample(0, 1), sample(40, 1)], 40 * minute)).toBeNull()
    expect(idleSince(every(0, 30, 1, null), 30 * minute)).toBeNull()
    expect(idleSince(every(0, 30, 1, 1), 40 * minute)).toBeNull()
  })

  test('never begins in the future or before the first reading', () => {
    const samples = fc
      .array(fc.record({ minutes: fc.nat(200), cpu: fc.option(fc.double({ min: 0, max: 8, noNaN: true })) }))
      .map((readings) => readings.toSorted((a, b) => a.minutes - b.minutes))
      .map((readings) => readings.map(({ minutes, cpu }) => sample(minutes, cpu)))
    fc.assert(
      fc.property(samples, (readings) => {
        const now = (readings.at(-1)?.at ?? 0) + minute
        const since = idleSince(readings, now)
        if (since === null) return
        expect(now - since).toBeGreaterThanOrEqual(30 * minute)
        for (const { at, cpu } of readings) if (at >= since) expect(cpu ?? 0).toBeLessThan(5)
      }),
    )
  })
})

describe('the history of usage', () => {
  const day = 24 * 60
  const span = day * minute
  const merged = (before: readonly UsageSample[], more: readonly UsageSample[], at: number) =>
    mergeSamples(before, more, { now: at * minute, span })
  const times = (samples: readonly UsageSample[]) => samples.map(({ at }) => at / minute)

  test('joins what is stored with what was read meanwhile, in the order of time and each once', () => {
    const stored = [sample(0, 1), sample(1, 1)]
    expect(times(merged(stored, [sample(1, 1), sample(2, 1)], 2))).toEqual([0, 1, 2])
    expect(times(merged([sample(5, 1)], stored, 5))).toEqual([0, 1, 5])
    expect(merged(stored, [sample(1, 1)], 2)).toBe(stored)
    expect(times(merged([sample(0, 1), sample(2, 1)], [sample(1, 1)], day + 1))).toEqual([1, 2])
    expect(times(merged([sample(0, 1)], [], day))).toEqual([0])
    const [kept] = merged([sample(1, 7)], [sample(1, 8)], 2)
    expect(kept?.cpu).toBe(7)
  })

  test('lets go of what was read while the clock was ahead, and goes on', () => {
    const ahead = [sample(0, 35.6), sample(120, 35.6)]
    expect(times(merged(ahead, [sample(1, 2)], 1))).toEqual([0, 1])
  })

  test('stays bounded on a page that is open for days', () => {
    const tenHours = Array.from({ length: 12_000 }, (_, index) => sample(index / 20, 1))
    const after = merged([], tenHours, 600)
    const lastHour = after.filter(({ at }) => at >= 540 * minute)
    expect(lastHour).toHaveLength(1200)
    expect(after.length - lastHour.length).toBeLessThan(3000)
    expect(times(merged([sample(0, 1)], [sample(day + 1, 1)], day + 1))).toEqual([day + 1])
  })
})

test('one more reading makes the history that it makes with others', () => {
  const at = fc.integer({ min: 0, max: 90 })
  fc.assert(
    fc.property(fc.uniqueArray(at), at, at, (ats, newest, now) => {
      const before = ats.toSorted((a, b) => a - b).map((minutes) => sample(minutes, 1))
      const more = sample(newest, 2)
      const bounds = { now: now * minute, span: HOUR }
      expect(mergeSamples(before, [more], bounds)).toEqual(mergeSamples(before, [more, more], bounds))
    }),
  )
})

describe('the slots of a sparkline', () => {
  const options = { span: 60 * minute, slot: minute }

  test('put each reading where it belongs in time, and leave open what was not seen', () => {
    const readings = [sample(10, 80), sample(58, 20), sample(58.5, 40), sample(60, 5)]
    const slots = cpuSlots(readings, { now: 60.5 * minute, ...options })
    expect(slots).toHaveLength(60)
    expect(slots[9]).toBe(80)
    expect(slots[57]).toBe(30)
    expect(slots[59]).toBe(5)
    expect(slots.filter((value) => value !== null)).toHaveLength(3)
  })

  test('leave out what was not measured, and what is older or newer than they reach', () => {
    const readings = [sample(0, 90), sample(58, null), sample(58.5, 40), sample(62, 90)]
    const slots = cpuSlots(readings, { now: 60.5 * minute, ...options })
    expect(slots.filter((value) => value !== null)).toEqual([40])
  })

  test('do not change as time goes on but by moving', () => {
    const readings = [sample(10, 80), sample(58, 20)]
    const before = cpuSlots(readings, { now: 60.2 * minute, ...options })
    expect(cpuSlots(readings, { now: 60.9 * minute, ...options })).toEqual(before)
    expect(cpuSlots(readings, { now: 61.2 * minute, ...options }).slice(0, -1)).toEqual(before.slice(1))
  })
})

const now = Date.UTC(2026, 10, 23, 12)
const read = (
  ago: number,
  cpu: number | null,
  memUsed: number | null,
  diskUsed: number | null,
): UsageSample => ({
  at: now - ago,
  cpu,
  memUsed,
  memTotal: 64,
  diskUsed,
  diskTotal: 500,
})
const nothing = { now: null, peak: null }

test('what is in use now is the last reading, the peak is that of the last hour', () => {
  const history = [
    read(2 * HOUR, 99, 63, 400),
    read(HOUR, 97, 40.1, 90),
    read(10 * MINUTE, 20, 30, 93),
    read(5 * SECOND, 46, 35.3, 93.5),
  ]
  expect(usageSummary(history, now)).toEqual({
    cpu: { now: 46, peak: 97 },
    memory: { now: 35.3, peak: 40.1 },
    disk: { now: 93.5, peak: 93.5 },
  })
})

test('a reading stands for now for two minutes, and for a peak for an hour, both ends included', () => {
  const at = (ago: number) => usageSummary([read(ago, 46, 35.3, 93.5)], now).cpu
  expect([at(2 * MINUTE), at(2 * MINUTE + 1)]).toEqual([
    { now: 46, peak: 46 },
    { now: null, peak: 46 },
  ])
  expect([at(HOUR).peak, at(HOUR + 1).peak]).toEqual([46, null])
  expect([at(-10 * SECOND).now, at(-10 * SECOND - 1).now]).toEqual([46, null])
})

test('nothing read is nothing known', () => {
  expect(usageSummary([], now)).toEqual({ cpu: nothing, memory: nothing, disk: nothing })
})

test('an old reading does not tell what runs now, but what is on the disk', () => {
  expect(usageSummary([read(3 * HOUR, 46, 35.3, 93.5)], now)).toEqual({
    cpu: nothing,
    memory: nothing,
    disk: { now: 93.5, peak: null },
  })
  expect(usageSummary([read(10 * MINUTE, 46, 35.3, 93.5)], now).memory).toEqual({ now: null, peak: 35.3 })
})

test('what one reading lacks is taken from the one before', () => {
  const history = [read(20 * SECOND, 46, 35.3, 93.5), read(5 * SECOND, null, null, null)]
  expect(usageSummary(history, now).memory.now).toBe(35.3)
})

test('a reading from a time when the clock was ahead is none', () => {
  expect(usageSummary([read(-HOUR, 46, 35.3, 93.5)], now)).toEqual({
    cpu: nothing,
    memory: nothing,
    disk: nothing,
  })
})
