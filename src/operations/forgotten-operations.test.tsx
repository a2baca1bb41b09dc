import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { keys } from '#api/cache.ts'
import type { Client } from '#api/client.ts'

import { openAccountOperations } from './account-operations.ts'
import { ask, clientWith } from './operations.fixture.ts'

/** Whether the file that stores operations comes, and when. */
const waitFor = (arrival: () => Promise<void>) => {
  const asked = vi.fn<() => void>()
  vi.doMock('./stored-operations.ts', async (original) => {
    asked()
    await arrival()
    return original<Record<string, unknown>>()
  })
  return asked
}

const key = 'hatteras:operations:c-1'
const left = JSON.stringify({
  page: 'before',
  isLeft: true,
  operations: [
    {
      request: { action: 'stop', uuid: 'w', name: 'left' },
      status: 'accepted',
      answeredAt: 0,
      isBulk: false,
    },
  ],
})

const open = () => {
  const queries = new QueryClient()
  const stop = vi.fn<Client['stop']>(() => new Promise(() => {}))
  const account = openAccountOperations({
    connectionId: 'c-1',
    client: clientWith({ stop }),
    queries,
    blockedReason: () => undefined,
    onRefresh: () => undefined,
    now: () => 0,
  })
  const read = () =>
    queries.fetchQuery({
      queryKey: keys.list('c-1'),
      queryFn: () => Promise.resolve({ instances: [], unreadable: 0 }),
    })
  return { ...account, stop, read }
}

beforeEach(() => {
  sessionStorage.setItem(key, left)
})
afterEach(() => {
  vi.doUnmock('./stored-operations.ts')
  vi.resetModules()
})

it('signed out while the file is on its way: nothing is taken over, sent or stored, also once it has come', async () => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const asked = waitFor(() => arrival)
  const { operations, forget, stop, read } = open()
  const { operationIds } = operations.runAll(['a', 'b', 'c', 'd', 'e', 'f'].map((uuid) => ask('stop', uuid)))
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  const forgotten = forget()
  expect(sessionStorage.getItem(key)).toBeNull()
  // The same key, entered anew, has operations of its own from here on.
  sessionStorage.setItem(key, 'anew')
  arrive()
  await forgotten
  await read()
  expect(operations.get(operationIds[5] ?? 0)?.status).toBe('cancelled')
  globalThis.dispatchEvent(new PageTransitionEvent('pagehide'))
  expect(operations.all().map(({ request }) => request.name)).not.toContain('left')
  expect(sessionStorage.getItem(key)).toBe('anew')
  expect(stop).not.toHaveBeenCalledWith('f')
})

it('signed out where the file does not come: what was stored goes all the same, and nothing is thrown or asked for again', async () => {
  const asked = waitFor(() => Promise.reject(new Error('offline')))
  const { operations, forget, stop, read } = open()
  operations.run(ask('stop'))
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  const { keepTryingOf } = await import('./keep-trying.ts')
  const tries = keepTryingOf(operations)
  tries.start(ask('stop'), () => new Promise(() => {}))
  await forget()
  expect(sessionStorage.getItem(key)).toBeNull()
  expect(tries.all()).toEqual([])
  const { answered } = operations.run(ask('stop', 'v'))
  expect(await answered).toMatchObject({ status: 'cancelled', reason: 'Signed out.' })
  expect(stop).not.toHaveBeenCalledWith('v')
  await read()
  expect(asked).toHaveBeenCalledTimes(1)
})
