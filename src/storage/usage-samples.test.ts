import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import type { UsageHistory } from '#model/usage/usage.ts'

import { usageQuery } from './stored-queries.ts'
import { recordUsage, type storeSamples } from './usage-samples.ts'

const noon = Date.UTC(2026, 10, 26, 12)

beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A promise that the test keeps back. */
const later = <T>() => {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

const setUp = () => {
  const queries = new QueryClient()
  const write = vi.fn<typeof storeSamples>(() => Promise.resolve(true))
  const read = (uuid: string, cpu: number, connection = 'mine') =>
    queries.fetchQuery({
      staleTime: Number.NEGATIVE_INFINITY,
      queryKey: [connection, 'stats', uuid],
      meta: { usageOf: uuid },
      queryFn: () => ({ cpu_percent: cpu }),
    })
  const written = () =>
    write.mock.calls.flatMap(([, readings]) => readings.map(({ uuid, sample }) => [uuid, sample.cpu]))
  return { queries, write, read, written, stop: recordUsage(queries, 'mine', Date.now, write) }
}

test('records what any page reads, once, and of a fast pace one in ten seconds', async () => {
  const { read, written } = setUp()
  for (let second = 0; second < 30; second += 3) {
    await read('a', second)
    vi.setSystemTime(Date.now() + 3 * SECOND)
  }
  await read('b', 1, 'another account')
  expect(written()).toEqual([
    ['a', 0],
    ['a', 12],
    ['a', 24],
  ])
})

test('writes the readings of a fleet together while a write is under way', async () => {
  const { read, write, written } = setUp()
  const first = later<boolean>()
  write.mockReturnValueOnce(first.promise)
  for (const uuid of ['a', 'b', 'c']) await read(uuid, 1)
  expect(write).toHaveBeenCalledTimes(1)
  first.resolve(true)
  await vi.waitFor(() => {
    expect(write).toHaveBeenCalledTimes(2)
  })
  expect(written()).toHaveLength(3)
})

test('takes what was read before it began', async () => {
  const { queries, read, stop } = setUp()
  stop()
  await read('a', 7)
  const write = vi.fn<typeof storeSamples>(() => Promise.resolve(true))
  recordUsage(queries, 'mine', Date.now, write)
  expect(write).toHaveBeenCalledTimes(1)
})

test('a view that is open gets each reading, and forgets those of a clock that was ahead', async () => {
  const { queries, read } = setUp()
  const options = usageQuery({ connectionId: 'mine', now: Date.now }, 'a', HOUR)
  await queries.fetchQuery(options)
  const shown = () => queries.getQueryData<UsageHistory>(options.queryKey)?.map(({ at }) => at - noon)
  await read('a', 1)
  vi.setSystemTime(noon + HOUR / 2)
  await read('a', 2)
  vi.setSystemTime(noon + MINUTE)
  await read('a', 3)
  expect(shown()).toEqual([0, MINUTE])
})
