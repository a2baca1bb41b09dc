import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createDatabaseConnection } from './database-connection.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A promise that the test keeps back. */
const later = <T>() => {
  let resolve: (value: T) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<T>((settle, fail) => {
    resolve = settle
    reject = fail
  })
  return { promise, resolve, reject }
}

const setUp = (open: (onLost: () => void) => Promise<{ close: () => void }>) => {
  const opened = vi.fn<typeof open>(open)
  const abort = vi.fn<() => void>()
  const times = { now: Date.now, limitMs: 1000, retryMs: 5000 }
  const connection = createDatabaseConnection({ open: opened, abort, ...times })
  return { opened, abort, connection, read: () => connection.run(() => Promise.resolve('read'), 'nothing') }
}
const aDatabase = () => ({ close: vi.fn<() => void>() })

test('opens once, and again after it was closed or lost', async () => {
  let lose = () => {}
  const { opened, connection, read } = setUp((onLost) => {
    lose = onLost
    return Promise.resolve(aDatabase())
  })
  expect([await read(), await read()]).toEqual(['read', 'read'])
  expect(opened).toHaveBeenCalledTimes(1)
  connection.close()
  expect(await read()).toBe('read')
  lose()
  expect(await read()).toBe('read')
  expect(opened).toHaveBeenCalledTimes(3)
})

test.each([
  ['VersionError', 'newer'],
  ['SecurityError', 'unavailable'],
])('goes without it after a %s, says that it is %s, and tries again later', async (name, problem) => {
  let isThere = false
  const { opened, connection, read } = setUp(() =>
    isThere ? Promise.resolve(aDatabase()) : Promise.reject(new DOMException('no', name)),
  )
  expect(await read()).toBe('nothing')
  expect(connection.problem()).toBe(problem)
  isThere = true
  expect(await read()).toBe('nothing')
  expect(opened).toHaveBeenCalledTimes(1)
  vi.setSystemTime(6000)
  expect(await read()).toBe('read')
  expect(connection.problem()).toBeNull()
})

test('tries at once where it is told to, however short a time ago it failed', async () => {
  let isThere = false
  const { connection, read } = setUp(() =>
    isThere ? Promise.resolve(aDatabase()) : Promise.reject(new Error('a moment ago')),
  )
  expect(await read()).toBe('nothing')
  isThere = true
  connection.retry()
  expect(await read()).toBe('read')
})

test('waits for an opening that never ends no longer than its limit, and takes it where it does end', async () => {
  const late = later<{ close: () => void }>()
  const { opened, connection, read } = setUp(() => late.promise)
  const first = read()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await first).toBe('nothing')
  expect(connection.problem()).toBe('silent')
  expect(await read()).toBe('nothing')
  late.resolve(aDatabase())
  await vi.advanceTimersByTimeAsync(0)
  expect(await read()).toBe('read')
  expect(opened).toHaveBeenCalledTimes(1)
  expect(connection.problem()).toBeNull()
})

test('opens another one where the first stays silent', async () => {
  const silent = later<{ close: () => void }>()
  let count = 0
  const { read } = setUp(() => {
    count += 1
    return count === 1 ? silent.promise : Promise.resolve(aDatabase())
  })
  const first = read()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await first).toBe('nothing')
  await vi.advanceTimersByTimeAsync(6000)
  expect(await read()).toBe('read')
  const left = aDatabase()
  silent.resolve(left)
  await vi.advanceTimersByTimeAsync(0)
  expect(left.close).toHaveBeenCalledTimes(1)
})

test('work whose time is up is told so, and no other', async () => {
  const { connection } = setUp(() => Promise.resolve(aDatabase()))
  const told: boolean[] = []
  const work = (ends: Promise<string>) =>
    connection.run((_db, late) => {
      late.addEventListener('abort', () => told.push(late.aborted))
      return ends
    }, 'nothing')
  expect(await work(Promise.resolve('done'))).toBe('done')
  const never = work(new Promise<string>(() => {}))
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  expect(await never).toBe('nothing')
  expect(told).toEqual([true])
})

test('work that never ends counts as failed, and the next begins on a new connection', async () => {
  const dead = aDatabase()
  const { opened, connection, read } = setUp(() =>
    Promise.resolve(opened.mock.calls.length === 1 ? dead : aDatabase()),
  )
  const first = connection.run(() => new Promise<string>(() => {}), 'nothing')
  await vi.advanceTimersByTimeAsync(1000)
  expect(await first).toBe('nothing')
  expect(connection.problem()).toBe('silent')
  expect(dead.close).toHaveBeenCalledTimes(1)
  expect(await read()).toBe('read')
  expect(connection.problem()).toBeNull()
})

test('work that fails late on a connection that was given up leaves the next one alone', async () => {
  const next = later<{ close: () => void }>()
  const { opened, connection, read } = setUp(() =>
    opened.mock.calls.length === 1 ? Promise.resolve(aDatabase()) : next.promise,
  )
  const hang = () => connection.run(() => new Promise<string>(() => {}), 'nothing')
  const first = hang()
  await vi.advanceTimersByTimeAsync(300)
  const second = hang()
  await vi.advanceTimersByTimeAsync(700)
  expect(await first).toBe('nothing')
  const waiting = read()
  await vi.advanceTimersByTimeAsync(300)
  expect(await second).toBe('nothing')
  const after = read()
  next.resolve(aDatabase())
  expect([await waiting, await after]).toEqual(['read', 'read'])
  expect(opened).toHaveBeenCalledTimes(2)
})

test('work on a connection that was closed meanwhile is done on a new one, once', async () => {
  const { opened, connection } = setUp(() => Promise.resolve(aDatabase()))
  let tries = 0
  const work = () => {
    tries += 1
    return tries === 1
      ? Promise.reject(new DOMException('closing', 'InvalidStateError'))
      : Promise.resolve('done')
  }
  expect(await connection.run(work, 'nothing')).toBe('done')
  expect(opened).toHaveBeenCalledTimes(2)
  expect(await connection.run(() => Promise.reject(new Error('full')), 'nothing')).toBe('nothing')
  expect(tries).toBe(2)
})

test('a page that is left holds no transaction: what was under way, and what comes after, is done when it comes back', async () => {
  const { opened, abort, connection, read } = setUp(() => Promise.resolve(aDatabase()))
  const broken = later<string>()
  let tries = 0
  const first = connection.run(() => {
    tries += 1
    return tries === 1 ? broken.promise : Promise.resolve('written')
  }, 'nothing')
  await vi.advanceTimersByTimeAsync(0)
  abort.mockImplementation(() => broken.reject(new DOMException('broken off', 'AbortError')))
  connection.leave()
  expect(abort).toHaveBeenCalledTimes(1)
  const second = read()
  // However long it is away, nothing counts as late.
  await vi.advanceTimersByTimeAsync(60_000)
  expect(opened).toHaveBeenCalledTimes(1)
  connection.comeBack()
  expect(await Promise.all([first, second])).toEqual(['written', 'read'])
  expect(connection.problem()).toBeNull()
  expect(opened).toHaveBeenCalledTimes(2)
})

test('an opening that is under way when the page is left is not used', async () => {
  const slow = later<{ close: () => void }>()
  const { opened, connection, read } = setUp(() =>
    opened.mock.calls.length === 1 ? slow.promise : Promise.resolve(aDatabase()),
  )
  const first = read()
  await vi.advanceTimersByTimeAsync(0)
  connection.leave()
  const left = aDatabase()
  slow.resolve(left)
  await vi.advanceTimersByTimeAsync(0)
  expect(left.close).toHaveBeenCalledTimes(1)
  connection.comeBack()
  expect(await first).toBe('read')
})
