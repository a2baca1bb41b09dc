import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { instanceSchema } from '#contract/instance.ts'

import type { PollPace } from '#lib/poll-policy.ts'

import { ApiError } from './api-error.ts'
import { createPollWatch } from './poll-watch.ts'

const instance = (state: string) => z.parse(instanceSchema, { uuid: 'u', name: 'one', state })

const answered = (at: number) => ({
  queryHash: 'q',
  state: { error: null, dataUpdatedAt: at, errorUpdatedAt: 0, errorUpdateCount: 0 },
})
const failed = (count: number, fields: { status?: number; retryAfter?: number } = {}) => ({
  queryHash: 'q',
  state: {
    error: new ApiError({ kind: 'http', message: '', ...fields }),
    dataUpdatedAt: 1,
    errorUpdatedAt: 1 + count,
    errorUpdateCount: count,
  },
})

const setUp = () => {
  const page: { now: number; hidden: boolean; pace: PollPace } = { now: 0, hidden: false, pace: 'normal' }
  const pending = new Map<string, number>()
  const watch = createPollWatch({
    isTransition: (state) => state === 'provisioning',
    pendingSince: () => pending,
    now: () => page.now,
    isHidden: () => page.hidden,
    pace: () => page.pace,
  })
  return { page, pending, watch }
}

test('fast after a new transition, slower when it drags on, slow at rest, and fast again for the next one', () => {
  const { page, watch } = setUp()
  expect(watch.delay(answered(1), [instance('running')])).toBe(10_000)
  expect(watch.delay(answered(1), [instance('provisioning')])).toBe(2000)
  page.now = 10 * 60_000
  expect(watch.delay(answered(1), [instance('provisioning')])).toBe(5000)
  expect(watch.delay(answered(1), [instance('running')])).toBe(10_000)
  expect(watch.delay(answered(1), [instance('provisioning')])).toBe(2000)
})

test('an accepted act counts as a transition, although no state says so', () => {
  const { watch, pending } = setUp()
  pending.set('u', 0)
  expect(watch.delay(answered(1), [instance('running')])).toBe(2000)
})

test('failures back off up to a minute, an answer ends that, and a refused key ends polling', () => {
  const { watch } = setUp()
  watch.delay(answered(1), [])
  const delays = [1, 2, 3, 4, 5, 6, 7].map((count) => watch.delay(failed(count), []))
  expect(delays).toEqual([10_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  expect(watch.delay(failed(8, { retryAfter: 90_000 }), [])).toBe(90_000)
  expect(watch.delay(failed(9, { status: 401 }), [])).toBe(false)
  expect(watch.delay({ ...answered(99), state: { ...answered(99).state, errorUpdateCount: 9 } }, [])).toBe(
    10_000,
  )
})

test('nobody asks while nobody looks; usage keeps its own pace and backs off too', () => {
  const { page, watch } = setUp()
  expect(watch.statsDelay(answered(1), 3000)).toBe(3000)
  watch.delay(answered(1), [])
  expect(watch.statsDelay(failed(4), 3000)).toBe(40_000)
  page.hidden = true
  expect(watch.delay(answered(1), [])).toBe(false)
})

test('the relaxed pace counts from the next poll on, for the fleet and for usage', () => {
  const { page, watch } = setUp()
  page.pace = 'relaxed'
  expect(watch.delay(answered(1), [])).toBe(30_000)
  expect(watch.statsDelay(answered(1), 3000)).toBe(9000)
})

test('the tab that watches goes on while it is hidden, once a minute', () => {
  const { page, watch } = setUp()
  page.hidden = true
  expect(watch.delay(answered(1), [], true)).toBe(60_000)
})

test('when the next try comes is told of what failed', () => {
  const { watch } = setUp()
  watch.delay(answered(1), [])
  const query = failed(3)
  expect(watch.nextTry(query.state.error)).toBeNull()
  watch.delay(query, [])
  expect(watch.nextTry(query.state.error)).toBe(query.state.errorUpdatedAt + 20_000)
})
