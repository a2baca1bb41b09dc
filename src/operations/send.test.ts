import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { keys } from '#api/cache.ts'
import type { Client } from '#api/client.ts'
import { readErrorBody } from '#contract/errors.ts'
import type { Instance, InstanceList } from '#contract/instance.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { clientWith } from './operations.fixture.ts'
import { createRefresh, createSend } from './send.ts'

const box = anInstance({ uuid: 'u', name: 'box', state: 'running', resource_type: 'vm', wan_ports: [80] })
const other = anInstance({ uuid: 'v', name: 'other' })
const asked = { uuid: 'u', name: 'box' }
const done = { message: null, uuid: 'u', state: null }

const refused = (status: number) => httpError(status, readErrorBody({ detail: 'No.' }), null)

/** An account whose list is known, with a service that has these methods. */
const setUp = (methods: Partial<Client>, listed: readonly Instance[] = [box, other]) => {
  const queries = new QueryClient()
  queries.setQueryData<InstanceList>(keys.list('c'), { instances: [...listed], unreadable: 0 })
  const send = createSend({ connectionId: 'c', client: clientWith(methods), queries })
  const list = () => queries.getQueryData<InstanceList>(keys.list('c'))?.instances
  return { queries, send, list }
}

describe('a request goes to its endpoint, and its answer to where it is shown', () => {
  it('stop and restart: nothing is said of the instance', async () => {
    const stop = vi.fn<Client['stop']>(() => Promise.resolve(done))
    const restart = vi.fn<Client['restart']>(() => Promise.resolve(done))
    const { send, list } = setUp({ stop, restart })
    expect(await send({ ...asked, action: 'stop' })).toBeNull()
    expect(await send({ ...asked, action: 'restart' })).toBeNull()
    expect([stop.mock.calls, restart.mock.calls]).toEqual([[['u']], [['u']]])
    expect(list()).toEqual([box, other])
  })

  it('delete: it leaves the list', async () => {
    const remove = vi.fn<Client['delete']>(() => Promise.resolve())
    const { send, list } = setUp({ delete: remove })
    expect(await send({ ...asked, action: 'delete' })).toBeNull()
    expect(remove.mock.calls).toEqual([['u']])
    expect(list()).toEqual([other])
  })

  it('rename and resize: the instance as it was answered', async () => {
    const update = vi.fn<Client['update']>((_, { name = box.name, n_vcpus = box.n_vcpus }) =>
      Promise.resolve({ ...box, name, n_vcpus }),
    )
    const { send, list, queries } = setUp({ update })
    expect(await send({ ...asked, action: 'rename', to: 'gate' })).toEqual({ ...box, name: 'gate' })
    expect(list()?.[0]?.name).toBe('gate')
    expect(queries.getQueryData(keys.detail('c', 'gate'))).toMatchObject({ uuid: 'u' })
    expect(await send({ ...asked, action: 'resize', to: { n_vcpus: 64 } })).toMatchObject({ n_vcpus: 64 })
    expect(list()?.[0]?.n_vcpus).toBe(64)
    expect(update.mock.calls).toEqual([
      ['u', { name: 'gate' }],
      ['u', { n_vcpus: 64 }],
    ])
  })

  it('ports: those that were answered, on the instance as it is known', async () => {
    const addPort = vi.fn<Client['addPort']>((_, port) =>
      Promise.resolve({ message: null, uuid: 'u', wan_ports: [80, port] }),
    )
    const removePort = vi.fn<Client['removePort']>(() =>
      Promise.resolve({ message: null, uuid: 'u', wan_ports: [] }),
    )
    const { send, list } = setUp({ addPort, removePort })
    const opened = await send({ ...asked, action: 'openPort', port: 443 })
    expect(opened).toEqual({ ...box, wan_ports: [80, 443] })
    expect(list()?.[0]?.wan_ports).toEqual([80, 443])
    expect(await send({ ...asked, action: 'closePort', port: 80 })).toEqual({ ...box, wan_ports: [] })
    expect([addPort.mock.calls, removePort.mock.calls]).toEqual([[['u', 443]], [['u', 80]]])
  })

  it('ports: nothing where the answer has none, or the instance is not known', async () => {
    const addPort = (wan_ports: number[] | null) => () =>
      Promise.resolve({ message: null, uuid: 'u', wan_ports })
    const open: OperationRequest = { ...asked, action: 'openPort', port: 443 }
    expect(await setUp({ addPort: addPort(null) }).send(open)).toBeNull()
    expect(await setUp({ addPort: addPort([443]) }, [other]).send(open)).toBeNull()
    const fromPage = setUp({ addPort: addPort([443]) }, [other])
    fromPage.queries.setQueryData(keys.detail('c', 'u'), box)
    expect(await fromPage.send(open)).toEqual({ ...box, wan_ports: [443] })
  })

  it('a create is not sent by this way', async () => {
    await expect(setUp({}).send({ uuid: '', name: 'new', action: 'create' })).rejects.toMatchObject({
      kind: 'bug',
      cause: new Error('A create holds secrets and is sent by who has them.'),
    })
  })
})

describe('a refusal that may come after the request was carried out', () => {
  const stop: OperationRequest = { ...asked, action: 'stop' }
  const setUpRefused = (
    refusal: ApiError,
    latest: Instance | ApiError,
    listed: readonly Instance[] = [box, other],
  ) => {
    const get = vi.fn<Client['get']>(() =>
      latest instanceof ApiError ? Promise.reject(latest) : Promise.resolve(latest),
    )
    const reject = () => Promise.reject(refusal)
    return { ...setUp({ stop: reject, delete: reject, get }, listed), get }
  }

  it.each([400, 404, 409])('(%d) is not believed where another reading shows it done', async (status) => {
    const stopped = { ...box, state: 'shut_off' }
    const { send, list, get } = setUpRefused(refused(status), stopped)
    expect(await send(stop)).toEqual(stopped)
    expect(list()).toEqual([stopped, other])
    expect(get.mock.calls).toEqual([['u']])
  })

  it('of a delete is not believed where the instance is gone', async () => {
    const { send, list } = setUpRefused(refused(404), refused(404))
    expect(await send({ ...asked, action: 'delete' })).toBeNull()
    expect(list()).toEqual([other])
  })

  it('is believed where the instance is as it was, cannot be read, or was so before', async () => {
    vi.useFakeTimers()
    const error = refused(400)
    const same = setUpRefused(error, box)
    const sent = expect(same.send(stop)).rejects.toBe(error)
    await vi.advanceTimersByTimeAsync(4000)
    await sent
    vi.useRealTimers()
    expect(same.list()).toEqual([box, other])
    await expect(setUpRefused(error, refused(500)).send(stop)).rejects.toBe(error)
    const unread = setUpRefused(error, refused(500))
    await expect(unread.send({ ...asked, action: 'delete' })).rejects.toBe(error)
    expect(unread.list()).toEqual([box, other])
    const stopped = { ...box, state: 'shut_off' }
    await expect(setUpRefused(error, stopped, [stopped]).send(stop)).rejects.toBe(error)
  })

  it('of a stop whose own words say that it is stopped is not believed', async () => {
    const words = 'Instance is not in a stoppable state: it is exited, not running.'
    const said = (status: number) => httpError(status, readErrorBody({ detail: words }), null)
    expect(await setUpRefused(said(400), box).send(stop)).toBeNull()
    await expect(setUpRefused(said(409), box).send(stop)).rejects.toMatchObject({ status: 409 })
  })

  it('of a stop of what runs is believed only after readings for some seconds', async () => {
    vi.useFakeTimers()
    const stopped = { ...box, state: 'shut_off' }
    const { send, get } = setUpRefused(refused(400), stopped)
    get.mockResolvedValueOnce(box).mockResolvedValueOnce(box)
    const sent = send(stop)
    await vi.advanceTimersByTimeAsync(4000)
    expect(await sent).toEqual(stopped)
    expect(get).toHaveBeenCalledTimes(3)
    const moved = setUpRefused(refused(400), { ...box, state: 'migrating' })
    await expect(moved.send(stop)).rejects.toMatchObject({ status: 400 })
    expect(moved.get).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })

  it.each([
    ['speaks of something else', refused(422), [box]],
    ['says that its answer is lost', new ApiError({ kind: 'network', message: 'Lost.', status: 400 }), [box]],
    ['is for what was not known before', refused(400), [other]],
  ])('is believed without another reading where it %s', async (_, error, listed) => {
    const { send, get } = setUpRefused(error, { ...box, state: 'shut_off' }, listed)
    await expect(send(stop)).rejects.toBe(error)
    expect(get).not.toHaveBeenCalled()
  })
})

it('what may have changed is read again: the list, and the pages of those instances alone', () => {
  const { queries } = setUp({})
  const refs = ['u', 'box', 'v', 'other']
  for (const ref of refs) queries.setQueryData(keys.detail('c', ref), box)
  queries.setQueryData(keys.stats('c', 'u'), {})
  queries.setQueryData(keys.detail('another account', 'u'), box)
  createRefresh({ connectionId: 'c', queries })([{ ...asked, action: 'stop' }])
  const old = queries.getQueryCache().findAll({ stale: true })
  expect(old.map(({ queryKey }) => queryKey)).toEqual([
    keys.list('c'),
    keys.detail('c', 'u'),
    keys.detail('c', 'box'),
  ])
})
