import { QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'

import { ApiError } from './api-error.ts'
import { createQueryClient, retryDelay, shouldRetry } from './query-client.ts'

const http = (status: number, retryAfter: number | null = null) =>
  new ApiError({ kind: 'http', status, message: '', retryAfter })

test('reads are tried again after what may pass by itself, and after nothing else', () => {
  expect(shouldRetry(0, new ApiError({ kind: 'network', message: '' }))).toBe(true)
  for (const status of [429, 500, 502, 503]) expect(shouldRetry(0, http(status))).toBe(true)
  for (const status of [400, 401, 402, 404, 422]) expect(shouldRetry(0, http(status))).toBe(false)
  expect(shouldRetry(0, new ApiError({ kind: 'contract', message: '' }))).toBe(false)
  expect(shouldRetry(2, http(502))).toBe(false)
})

test('the service says how long to wait; a long wait is left to the next poll', () => {
  expect(retryDelay(1, http(429, 3000))).toBe(3000)
  expect(shouldRetry(0, http(429, 60_000))).toBe(false)
  expect(retryDelay(0, http(502))).toBeLessThan(retryDelay(1, http(502)))
})

test('a mutation is never sent again and never kept for later', () => {
  const { retry, networkMode } = createQueryClient().getDefaultOptions().mutations ?? {}
  expect([retry, networkMode]).toEqual([false, 'always'])
})

test('what was told to wait is not read by opening a page before that', async () => {
  vi.useFakeTimers()
  const queries = createQueryClient()
  const queryFn = vi.fn(() => Promise.reject(http(429, 600_000)))
  /** Opens a page that shows it, stays a while, and leaves. */
  const open = async () => {
    const leave = new QueryObserver(queries, { queryKey: ['list'], queryFn }).subscribe(() => undefined)
    await vi.advanceTimersByTimeAsync(5000)
    leave()
  }
  for (let at = 0; at < 10; at += 1) await open()
  expect(queryFn).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(600_000)
  await open()
  expect(queryFn).toHaveBeenCalledTimes(2)
  // A clock that is put back holds nothing for longer.
  vi.setSystemTime(Date.now() - 86_400_000)
  await open()
  expect(queryFn).toHaveBeenCalledTimes(3)
  queries.clear()
  vi.useRealTimers()
})
