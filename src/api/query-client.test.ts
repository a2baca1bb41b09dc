import { expect, test } from 'vitest'

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
