import { expect, test } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { usageSummary } from './summary.ts'
import type { UsageSample } from './usage.ts'

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
