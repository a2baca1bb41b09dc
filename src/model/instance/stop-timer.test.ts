import { isMainThread } from 'node:worker_threads'

import { describe, expect, it, vi } from 'vitest'

import { HOUR, MINUTE } from '#lib/time.ts'

import { asOfNow, nextClock, type StopTimer, stopTimerDue } from './stop-timer.ts'

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

  it('counts anew from now where a clock that was ahead has set it', () => {
    const setIn = (ms: number) =>
      asOfNow({ ...at, setAt: noon + ms, at: noon + ms + HOUR, againAt: noon }, noon)
    expect(setIn(10 * MINUTE)).toMatchObject({ setAt: noon + 10 * MINUTE, againAt: noon })
    expect(setIn(10 * MINUTE + 1)).toEqual({ uuid: 'u1', kind: 'at', setAt: noon, at: noon + HOUR })
    expect(asOfNow({ ...idle, setAt: noon + HOUR }, noon)).toEqual(idle)
    expect(asOfNow(at, noon)).toBe(at)
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

it('a time of day may be written in the digits of any script', () => {
  for (const text of ['۰۶:۰۰', '٠٦:٠٠', '०६:००', '０６:００', '๖:๐๐', '𝟘𝟞:𝟘𝟘', '𝟬𝟲:𝟬𝟬'])
    expect(nextClock(text, noon)).toBe(nextClock('06:00', noon))
  expect(nextClock('۱۸:۵۹', noon)).toBe(nextClock('18:59', noon))
})

// A worker thread, as under the mutation tests, cannot change its time zone.
it.runIf(isMainThread)('a time of day that the clock shows twice has a second turn', () => {
  const next = (zone: string, text: string, now: string) => {
    vi.stubEnv('TZ', zone)
    const at = nextClock(text, Date.parse(now))
    return at === null ? null : new Date(at).toISOString()
  }
  const newYork = (text: string, now: string) => next('America/New_York', text, now)
  expect(newYork('01:30', '2026-11-01T01:15:00-04:00')).toBe('2026-11-01T05:30:00.000Z')
  expect(newYork('01:30', '2026-11-01T01:45:00-04:00')).toBe('2026-11-01T06:30:00.000Z')
  expect(newYork('01:30', '2026-11-01T01:45:00-05:00')).toBe('2026-11-02T06:30:00.000Z')
  expect(newYork('00:30', '2026-11-01T00:45:00-04:00')).toBe('2026-11-02T05:30:00.000Z')
  expect(newYork('00:30', '2026-11-01T12:00:00-05:00')).toBe('2026-11-02T05:30:00.000Z')
  expect(newYork('02:30', '2026-03-08T01:00:00-05:00')).toBe('2026-03-08T07:30:00.000Z')
  expect(newYork('01:30', '2026-03-08T01:45:00-05:00')).toBe('2026-03-09T05:30:00.000Z')
  const half = next('Australia/Lord_Howe', '01:45', '2026-04-05T01:50:00+11:00')
  expect(half).toBe('2026-04-04T15:15:00.000Z')
  vi.unstubAllEnvs()
})
