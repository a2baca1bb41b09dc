import { onlineManager } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { useInstances } from '#api/queries.ts'
import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import type { StopTimer } from '#model/instance/stop-timer.ts'
import { signIn } from '#session/session-changes.ts'
import { recallActivity } from '#storage/activity.ts'
import { stopTimers } from '#storage/instances.ts'
import { dismissToasts, readToasts } from '#ui/toast-store.ts'

import { renderSignedIn } from '../../testing/render-signed-in.tsx'
import StopLater from './stop-later.ts'

const Fleet = () => {
  useInstances()
  return <StopLater />
}

const noon = Date.UTC(2026, 10, 25, 12)
const inAnHour: StopTimer = { uuid: 'u', kind: 'at', setAt: noon, at: noon + HOUR }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: noon })
  dismissToasts()
})
afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

/** Shows a fleet whose one instance is to stop in an hour; `responses` are those to its stops, the last one again and again. */
const open = async (responses: readonly (() => Response)[]) => {
  const running = anInstance({ uuid: 'u', name: 'one', state: 'running' })
  let asked = 0
  const signedIn = await renderSignedIn(<Fleet />, {
    instances: [running],
    respond: () => {
      const response = responses[asked] ?? responses.at(-1)
      asked += 1
      return Promise.resolve(response?.() ?? Response.error())
    },
  })
  const timers = stopTimers.of(signedIn.account.api.connectionId)
  act(() => void timers.write([inAnHour]))
  /** Lets time pass, and what it brings about take its course. */
  const pass = async (ms: number, isRead = true) => {
    vi.setSystemTime(Date.now() + ms)
    if (isRead) await signedIn.poll()
    await act(() => vi.advanceTimersByTimeAsync(5 * SECOND))
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  }
  return { ...signedIn, running, timers, pass, asked: () => asked }
}

const lost = () => Response.json({ detail: 'Bad gateway.' }, { status: 502 })
const refused = (after: number) => () =>
  Response.json({ detail: 'Too many.' }, { status: 429, headers: { 'Retry-After': `${after}` } })

test('a stop whose answer was lost is not sent again before the service had its time, and was looked at', async () => {
  const { asked, pass, service, running, timers } = await open([lost])
  await pass(HOUR)
  expect(asked()).toBe(1)
  await pass(MINUTE)
  await pass(MINUTE)
  expect(asked()).toBe(1)
  // Known to nobody until it is looked at.
  service.instances = [{ ...running, state: 'exited' }]
  await pass(2 * MINUTE, false)
  expect(asked()).toBe(1)
  await pass(5 * MINUTE)
  expect([asked(), timers.read()]).toEqual([1, []])
})

test('a stop that is lost, and not seen to come about in its time, is asked for again', async () => {
  const { asked, pass } = await open([lost])
  await pass(HOUR)
  await pass(3 * MINUTE)
  expect(asked()).toBe(2)
})

test('nothing is sent while offline, and the stop once that is over', async () => {
  const { asked, pass } = await open([() => Response.json({})])
  onlineManager.setOnline(false)
  for (let minute = 0; minute < 6; minute += 1) await pass(minute === 0 ? HOUR : MINUTE, false)
  expect(asked()).toBe(0)
  onlineManager.setOnline(true)
  await pass(5 * SECOND)
  expect(asked()).toBe(1)
})

test('a refused stop is asked for again after a minute, or when the service says', async () => {
  const { asked, pass } = await open([refused(0), refused(1800)])
  await pass(HOUR)
  await pass(MINUTE)
  expect(asked()).toBe(2)
  for (let minute = 0; minute < 10; minute += 1) await pass(MINUTE)
  expect(asked()).toBe(2)
  await pass(20 * MINUTE)
  expect(asked()).toBe(3)
})

test('a clock that is put back leaves the stop as far ahead as it was set for, and that is said', async () => {
  const { asked, pass, timers } = await open([() => Response.json({})])
  vi.setSystemTime(noon - 3 * HOUR)
  await pass(0)
  const [timer] = timers.read()
  expect(timer).toMatchObject({ uuid: 'u', kind: 'at' })
  expect(timer?.kind === 'at' && timer.at - timer.setAt).toBe(HOUR)
  expect(Math.abs((timer?.setAt ?? 0) - (noon - 3 * HOUR))).toBeLessThan(MINUTE)
  expect(readToasts()).toMatchObject([{ title: 'The stop of one counts anew from now.' }])
  await pass(HOUR)
  expect(asked()).toBe(1)
})

test('that a stop was missed is kept, recorded, and told once; it goes once the instance stops', async () => {
  const { asked, pass, timers, account, service, running } = await open([])
  vi.setSystemTime(noon + 8 * HOUR)
  // What was read before the computer slept does not tell whether it still runs.
  await pass(0, false)
  expect([readToasts(), timers.read()]).toEqual([[], [inAnHour]])
  await pass(0)
  await pass(MINUTE)
  expect(timers.read()).toEqual([{ ...inAnHour, isMissed: true }])
  expect(readToasts()).toMatchObject([{ title: 'one was not stopped at its time.' }])
  expect(await recallActivity(account.api.connectionId, Date.now())).toMatchObject([
    { uuid: 'u', name: 'one', title: 'Was not stopped at its time' },
  ])
  expect(asked()).toBe(0)
  service.instances = [{ ...running, state: 'exited' }]
  await pass(MINUTE)
  expect(timers.read()).toEqual([])
})

test('a tab that goes over to another account says which stops it no longer sends', async () => {
  const { session } = await open([])
  act(() => void signIn(session, { id: 'other', name: 'Other', key: 'b-key' }, false))
  expect(readToasts()).toMatchObject([{ title: 'Not stopped while no tab shows Test: one.' }])
})

test('one that has no stop to send says nothing of it', async () => {
  const { session, timers } = await open([])
  act(() => void timers.write([{ ...inAnHour, isMissed: true }]))
  act(() => void signIn(session, { id: 'other', name: 'Other', key: 'b-key' }, false))
  expect(readToasts()).toEqual([])
})
