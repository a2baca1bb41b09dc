import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createBatch } from './batch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('hands over the first at once and the rest together, in order, and nothing twice', () => {
  const taken: (readonly number[])[] = []
  const batch = createBatch<number>((items) => taken.push(items), 200)
  for (let at = 1; at <= 1000; at += 1) batch.add(at)
  expect(taken).toEqual([[1]])
  vi.advanceTimersByTime(200)
  expect(taken.map((items) => items.length)).toEqual([1, 999])
  expect(taken.flat()).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1))
  vi.advanceTimersByTime(1000)
  batch.add(1001)
  expect(taken.slice(2)).toEqual([[1001]])
  batch.add(1002)
  expect(taken.slice(3)).toEqual([])
  vi.advanceTimersByTime(200)
  expect(taken.slice(3)).toEqual([[1002]])
  batch.add(1003)
  expect(taken.slice(4)).toEqual([])
})

it('loses nothing of a page that is left', () => {
  const taken: (readonly number[])[] = []
  const batch = createBatch<number>((items) => taken.push(items), 200)
  batch.add(1)
  batch.add(2)
  batch.flush()
  expect(taken).toEqual([[1], [2]])
  batch.flush()
  vi.advanceTimersByTime(1000)
  expect(taken).toEqual([[1], [2]])
})
