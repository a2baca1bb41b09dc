import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'

import { keys } from '#api/cache.ts'
import type { Client } from '#api/client.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { openAccountOperations } from './account-operations.ts'
import { createActionRequests } from './action-requests.ts'
import { ask, clientWith, setUp } from './operations.fixture.ts'
import { openStoredOperations } from './stored-operations.ts'

const box = anInstance({ uuid: 'u', name: 'box', state: 'running' })
const stopped: Instance = { ...box, state: 'exited' }
const listOf = (instances: Instance[], unreadable = 0): InstanceList => ({ instances, unreadable })

afterEach(() => vi.unstubAllGlobals())

/** An account whose service accepts everything; readings come when the test makes one. */
const open = (connectionId: string, now = () => 0) => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  const queries = new QueryClient()
  const client = clientWith({
    stop: vi.fn<Client['stop']>(() => Promise.resolve({ message: null, uuid: 'u', state: null })),
    delete: vi.fn<Client['delete']>(() => Promise.resolve()),
  })
  const onRefresh = vi.fn()
  const account = openAccountOperations({
    connectionId,
    client,
    queries,
    blockedReason: ({ uuid }) => (uuid === 'locked' ? 'Locked in this browser: unlock it first.' : undefined),
    onRefresh,
    now,
  })
  const read = (queryKey: readonly unknown[], data: unknown) =>
    queries.fetchQuery({ queryKey, queryFn: () => Promise.resolve(data), staleTime: 0 })
  return { ...account, client, queries, onRefresh, read }
}

it('a reading of the list or of its page settles what was asked for, and nothing else does', async () => {
  const { operations, read, queries, client } = open('reading')
  queries.setQueryData(keys.list('reading'), listOf([box]))
  const stop = async () => (await operations.run(ask('stop')).answered).id
  const first = await stop()
  expect(client.stop).toHaveBeenCalledWith('u')
  expect(operations.get(first)?.status).toBe('accepted')
  // What the app puts there itself, usage, and what another account reads are no readings.
  queries.setQueryData(keys.list('reading'), listOf([stopped]))
  const failure = new Error('The list could not be read.')
  const failed = queries.fetchQuery({
    queryKey: keys.list('reading'),
    queryFn: () => Promise.reject(failure),
    retry: false,
  })
  await expect(failed).rejects.toBe(failure)
  await read(keys.stats('reading', 'u'), stopped)
  await read(keys.list('another'), listOf([stopped]))
  await read(keys.detail('another', 'u'), stopped)
  expect(operations.get(first)?.status).toBe('accepted')
  await read(keys.list('reading'), listOf([stopped]))
  expect(operations.get(first)?.status).toBe('confirmed')
  const second = await stop()
  await read(keys.detail('reading', 'u'), stopped)
  expect(operations.get(second)?.status).toBe('confirmed')
})

it('an instance is gone when it is missing from a list that could be read whole, and from no page', async () => {
  const { operations, read } = open('missing')
  const { id } = await operations.run(ask('delete')).answered
  await read(keys.detail('missing', 'v'), anInstance({ uuid: 'v' }))
  await read(keys.list('missing'), listOf([], 1))
  expect(operations.get(id)?.status).toBe('accepted')
  await read(keys.list('missing'), listOf([]))
  expect(operations.get(id)?.status).toBe('confirmed')
})

it('what this browser forbids is not sent, and after each request it is read again here and in the other tabs', async () => {
  const { operations, client, onRefresh, queries } = open('refreshed')
  queries.setQueryData(keys.list('refreshed'), listOf([box]))
  const { status, reason } = await operations.run(ask('stop', 'locked')).answered
  expect([status, reason]).toEqual(['cancelled', 'Locked in this browser: unlock it first.'])
  expect(client.stop).not.toHaveBeenCalled()
  onRefresh.mockClear()
  await operations.run(ask('stop')).answered
  expect(onRefresh).toHaveBeenCalledTimes(1)
  expect(queries.getQueryState(keys.list('refreshed'))?.isInvalidated).toBe(true)
})

it('what is under way is stored, and is no more once its key is forgotten', async () => {
  const { operations, forget } = open('stored')
  await operations.run(ask('stop')).answered
  const stored = () => openStoredOperations('stored').restore(0)
  await vi.waitFor(async () => expect(await stored()).toHaveLength(1))
  await forget()
  expect(await stored()).toEqual([])
})

it('what the page before lost by being left is judged by when this one opened, however late its file comes', async () => {
  openStoredOperations('late', undefined, 'before').store(
    [
      {
        id: 1,
        request: ask('stop'),
        status: 'unknown',
        answeredAt: 9000,
        error: null,
        reason: null,
        runId: null,
        lookUp: null,
        wasLost: false,
      },
    ],
    true,
  )
  let clock = 10_000
  const { operations, read } = open('late', () => clock)
  const told: string[] = []
  operations.events.listen(({ operation: { status } }) => told.push(status))
  clock = 60_000
  await read(keys.detail('late', 'v'), anInstance({ uuid: 'v' }))
  await vi.waitFor(() => expect(operations.all()).toHaveLength(1))
  expect(told).toEqual(['unknown'])
})

it('an action is asked for in its dialog, one at a time, and a restart is sent at once', async () => {
  const { operations, sent, pass } = setUp()
  const requests = createActionRequests(operations)
  const listener = vi.fn()
  requests.subscribe(listener)
  expect(requests.current()).toBeNull()
  requests.ask({ action: 'stop', instance: box })
  requests.ask({ action: 'delete', instance: box })
  expect(requests.current()).toEqual({ action: 'delete', instance: box })
  requests.ask({ action: 'restart', instance: box })
  await pass()
  expect(sent).toEqual([{ action: 'restart', uuid: 'u', name: 'box' }])
  expect(requests.current()).toEqual({ action: 'delete', instance: box })
  requests.close()
  expect(requests.current()).toBeNull()
  expect(listener).toHaveBeenCalledTimes(3)
})
