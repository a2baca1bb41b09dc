import { describe, expect, it } from 'vitest'

import { DAY, HOUR, MINUTE } from '#lib/time.ts'

import { isPlausible, nextClock, type StopTimer, stopTimerDue } from './stop-timer.ts'

const noon = new Date(2026, 10, 25, 12).getTime()
const at: StopTimer = { uuid: 'u1', kind: 'at', setAt: noon, at: noon + 2 * HOUR }
const idle: StopTimer = { uuid: 'u1', kind: 'idle', setAt: noon }

describe('a stop that was put off', () => {
  it('comes at its time, and not once the computer has slept through it', () => {
    expect(stopTimerDue(at, { now: noon + HOUR, idleSince: null })).toBe('wait')
    expect(stopTimerDue(at, { now: noon + 2 * HOUR, idleSince: null })).toBe('stop')
    expect(stopTimerDue(at, { now: noon + 2 * HOUR + 20 * MINUTE, idleSince: null })).toBe('stop')
    expect(stopTimerDue(at, { now: noon + 3 * HOUR, idleSince: null })).toBe('stop')
    expect(stopTimerDue(at, { now: noon + 3 * HOUR + 1, idleSince: null })).toBe('missed')
  })

  it('waits for half an hour of idleness that began after it was set', () => {
    expect(stopTimerDue(idle, { now: noon + HOUR, idleSince: null })).toBe('wait')
    expect(stopTimerDue(idle, { now: noon + HOUR, idleSince: noon - MINUTE })).toBe('wait')
    expect(stopTimerDue(idle, { now: noon + HOUR, idleSince: noon + MINUTE })).toBe('stop')
    expect(stopTimerDue(idle, { now: noon + HOUR, idleSince: noon })).toBe('stop')
  })

  it('is not kept where a clock that was wrong has set it', () => {
    expect(isPlausible(at, noon)).toBe(true)
    const setIn = (ms: number) => isPlausible({ ...idle, setAt: noon + ms }, noon)
    expect([setIn(0), setIn(10 * MINUTE), setIn(10 * MINUTE + 1)]).toEqual([true, true, false])
    expect(isPlausible({ ...at, at: noon + 2 * DAY }, noon)).toBe(true)
    expect(isPlausible({ ...at, setAt: noon + DAY }, noon)).toBe(false)
    expect(isPlausible({ ...at, at: noon + 3 * DAY }, noon)).toBe(false)
  })
})

it('a time of day is the next one', () => {
  const clock = (text: string) => {
    const next = nextClock(text, noon)
    return next === null ? null : (next - noon) / HOUR
  }
  expect(clock('18:00')).toBe(6)
  expect(clock('9:30')).toBe(21.5)
  expect(clock('12:00')).toBe(24)
  expect([clock(' 12:59 '), clock('23:00'), clock('0:00')]).toEqual([59 / 60, 11, 12])
  for (const text of ['', '24:00', '12:60', 'six', '18', '118:00', '18:000', 'at 18:00'])
    expect(clock(text)).toBeNull()
})
