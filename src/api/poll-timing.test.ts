import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import type { PollPace } from '#lib/poll-policy.ts'

import { ApiError } from './api-error.ts'
import { createPollTiming } from './poll-timing.ts'

const instance = (state: string) => z.parse(instanceSchema, { uuid: 'u', name: 'one', state })

const ok = { state: { error: null } }

const setUp = () => {
  const page: { now: number; hidden: boolean; pace: PollPace } = { now: 0, hidden: false, pace: 'normal' }
  const pending = new Map<string, number>()
  const watch = createPollTiming({
    isTransition: (state) => state === 'provisioning',
    pendingSince: () => pending,
    now: () => page.now,
    isHidden: () => page.hidden,
    pace: () => page.pace,
  })
  const answer = (errors = 0) =>
    watch.reading({ query: 'q', errors, shown: () => [], read: () => Promise.resolve() })
  /** The query after it failed for the `count`th time. */
  const fail = async (count: number, fields: { status?: number; retryAfter?: number } = {}) => {
    const error = new ApiError({ kind: 'http', message: '', ...fields })
    const attempt = { query: 'q', errors: count - 1, shown: () => [], read: () => Promise.reject(error) }
    await expect(watch.reading(attempt)).rejects.toBe(error)
    return { state: { error } }
  }
  return { page, pending, watch, answer, fail }
}

test('fast after a new transition, slower when it drags on, slow at rest, and fast again for the next one', () => {
  const { page, watch } = setUp()
  const read = (state: string) => {
    watch.saw([instance(state)], true)
    return watch.delay(ok, [instance(state)])
  }
  expect(read('running')).toBe(10_000)
  expect(read('provisioning')).toBe(2000)
  page.now = 10 * 60_000
  expect(read('provisioning')).toBe(5000)
  expect(read('running')).toBe(10_000)
  expect(read('provisioning')).toBe(2000)
})

test('asking for a delay changes nothing: asked a hundred times, of whatever state, it is the same', () => {
  const { page, watch } = setUp()
  watch.saw([instance('provisioning')], true)
  page.now = 10 * 60_000
  for (let times = 0; times < 100; times += 1) {
    expect(watch.delay(ok, [instance('running')])).toBe(10_000)
    expect(watch.delay(ok, [instance('provisioning')])).toBe(5000)
  }
})

test('what another reading does not show keeps its transition; what is gone from the whole fleet loses it', () => {
  const { page, watch } = setUp()
  const other = z.parse(instanceSchema, { uuid: 'v', state: 'running' })
  watch.saw([instance('provisioning')], true)
  page.now = 10 * 60_000
  watch.saw([other], false)
  expect(watch.delay(ok, [instance('provisioning')])).toBe(5000)
  watch.saw([other], true)
  expect(watch.delay(ok, [instance('provisioning')])).toBe(2000)
})

test('an accepted action counts as a transition, although no state says so', () => {
  const { watch, pending } = setUp()
  pending.set('u', 0)
  expect(watch.delay(ok, [instance('running')])).toBe(2000)
})

test('failures back off up to a minute, an answer ends that, and a refused key ends polling', async () => {
  const { watch, answer, fail } = setUp()
  await answer()
  const delays: (number | false)[] = []
  for (const count of [1, 2, 3, 4, 5, 6, 7]) delays.push(watch.delay(await fail(count), []))
  expect(delays).toEqual([10_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  expect(watch.delay(await fail(8, { retryAfter: 90_000 }), [])).toBe(90_000)
  expect(watch.delay(await fail(9, { status: 401 }), [])).toBe(false)
  await answer(9)
  expect(watch.delay(ok, [])).toBe(10_000)
  expect(watch.delay(await fail(10), [])).toBe(10_000)
})

test('what was told to wait, and is shown anew meanwhile, waits no longer for that', async () => {
  const { page, watch, fail } = setUp()
  const failed = await fail(1, { retryAfter: 90_000 })
  page.now = 60_000
  expect(watch.delay(failed, [])).toBe(30_000)
  expect(watch.statsDelay(failed, 3000)).toBe(30_000)
  page.now = 200_000
  expect(watch.delay(failed, [])).toBe(1000)
})

test('what nobody presses for fails as before until the service may be asked again, however often it is shown anew', async () => {
  const { page, watch } = setUp()
  const refused = new ApiError({
    kind: 'http',
    message: 'Slow down. Wait 1 minute.',
    status: 429,
    retryAfter: 60_000,
  })
  let asked = 0
  const read = () => {
    asked += 1
    return asked === 1 ? Promise.reject(refused) : Promise.resolve('usage')
  }
  const attempt = (errors: number, isPatient = true) =>
    watch.reading({ query: 'q', errors, shown: () => [], read, isPatient })
  await expect(attempt(0)).rejects.toBe(refused)
  for (const [errors, now] of [20_000, 59_000].entries()) {
    page.now = now
    await expect(attempt(errors + 1)).rejects.toBe(refused)
  }
  // No more than one failure, however often it was told, and no longer a wait.
  expect(watch.statsDelay({ state: { error: refused } }, 3000)).toBe(3000)
  expect(asked).toBe(1)
  page.now = 60_000
  await expect(attempt(3)).resolves.toBe('usage')
})

test('a press does not wait for what the service asked', async () => {
  const { fail, answer } = setUp()
  await fail(1, { retryAfter: 90_000 })
  await expect(answer(1)).resolves.toBeUndefined()
})

test('nobody asks while nobody looks; usage keeps its own pace and backs off too', async () => {
  const { page, watch, fail } = setUp()
  expect(watch.statsDelay(ok, 3000)).toBe(3000)
  expect(watch.statsDelay(await fail(4), 3000)).toBe(40_000)
  page.hidden = true
  expect(watch.delay(ok, [])).toBe(false)
})

test('the relaxed pace counts from the next poll on, for the fleet and for usage', () => {
  const { page, watch } = setUp()
  page.pace = 'relaxed'
  expect(watch.delay(ok, [])).toBe(30_000)
  expect(watch.statsDelay(ok, 3000)).toBe(9000)
})

test('what another tab reads as well waits a moment longer, but not in the tab that watches', () => {
  const { watch } = setUp()
  watch.lagOf = () => 1500
  expect(watch.delay(ok, [instance('running')])).toBe(11_500)
  expect(watch.statsDelay(ok, 3000)).toBe(4500)
  expect(watch.delay(ok, [instance('running')], true)).toBe(10_000)
})

test('the tab that watches goes on while it is hidden, once a minute', () => {
  const { page, watch } = setUp()
  page.hidden = true
  expect(watch.delay(ok, [], true)).toBe(60_000)
})

test('when the next try comes is told of what failed', async () => {
  const { page, watch, fail } = setUp()
  const { state } = await fail(3)
  expect(watch.nextTry(state.error, 7)).toBe(20_007)
  page.hidden = true
  expect(watch.nextTry(state.error, 7)).toBeNull()
})

test('a bug on the way to an answer is told as one, and no service is blamed for it', async () => {
  const { watch } = setUp()
  const bug = new TypeError('x is not a function')
  const reading = watch.reading({ query: 'q', errors: 0, shown: () => [], read: () => Promise.reject(bug) })
  await expect(reading).rejects.toMatchObject({ kind: 'bug', status: null, cause: bug })
})
