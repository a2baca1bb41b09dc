import { onlineManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { ApiError, httpError } from '#api/api-error.ts'
import { readErrorBody } from '#contract/errors.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'

import { keepTryingOf, mayFindRoomLater } from './keep-trying.ts'
import { createOperations, type Send } from './operations.ts'

const answered = (status: number, body: unknown, retryAfter: number | null = null) =>
  httpError(status, readErrorBody(body), retryAfter)
const full = () => answered(422, { detail: { message: 'Insufficient', bottleneck: ['n_vcpus'] } })

describe('keep trying goes on', () => {
  it('while the host is full or the service asks to wait', () => {
    expect(mayFindRoomLater(full())).toBe(true)
    expect(mayFindRoomLater(answered(429, null))).toBe(true)
  })

  it('not at a limit of the account, which no waiting lifts', () => {
    const body = { message: 'Limit', bottleneck: ['account_vcpus'], limit: 8, current: 8 }
    expect(mayFindRoomLater(answered(422, body))).toBe(false)
  })

  it('not when it is unknown what happened, or something else is wrong', () => {
    expect(mayFindRoomLater(new ApiError({ kind: 'timeout', message: 'Late.' }))).toBe(false)
    expect(mayFindRoomLater(answered(502, null))).toBe(false)
    expect(mayFindRoomLater(answered(400, { detail: 'No.' }))).toBe(false)
  })
})

describe('what is kept trying', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const request = { action: 'create', uuid: '', name: 'patient-one' } as const

  /** Each try meets the next of these answers, and then a full host for ever. */
  const setUp = (...answers: (ApiError | null)[]) => {
    const operations = createOperations({
      send: () => Promise.resolve(null),
      refresh: () => undefined,
      blockedReason: () => undefined,
      now: Date.now,
    })
    const keepTrying = keepTryingOf(operations)
    const send = vi.fn<Send>(() => {
      const answer = answers.length === 0 ? full() : answers.shift()
      return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(null)
    })
    const attempt = () => operations.run(request, send).answered
    /** What would be told as news: refusals that no other try follows, and what was accepted. */
    const news: string[] = []
    operations.events.listen(({ operation }) => {
      if (operation.status !== 'requested' && !keepTrying.goesOnAfter(operation)) news.push(operation.status)
    })
    const ends: string[] = []
    keepTrying.ends.listen(({ status }) => ends.push(status))
    return { operations, keepTrying, send, attempt, news, ends }
  }

  it('is asked for about every 30 s until it is accepted, and only that is news', async () => {
    const { operations, keepTrying, send, attempt, news, ends } = setUp(full(), full(), null)
    keepTrying.start(request, attempt)
    // Somebody asks meanwhile, and is told.
    operations.run(request, () => Promise.reject(full()))
    await vi.advanceTimersByTimeAsync(24_000)
    expect(send).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(12_000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(keepTrying.all()).toMatchObject([{ tries: 1 }])
    const due = (keepTrying.all()[0]?.nextAt ?? 0) - performance.now()
    expect(due).toBeGreaterThan(12_000)
    expect(due).toBeLessThanOrEqual(35_000)
    await vi.advanceTimersByTimeAsync(70_000)
    expect(send).toHaveBeenCalledTimes(3)
    expect(keepTrying.all()).toEqual([])
    expect(news).toEqual(['rejected', 'accepted'])
    expect(ends).toEqual(['accepted'])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).toHaveBeenCalledTimes(3)
  })

  it('ends with what a person has to look at, and waits as long as the service asks', async () => {
    const { keepTrying, send, attempt, news, ends } = setUp(
      answered(429, null, 90_000),
      answered(400, { detail: 'No.' }),
    )
    keepTrying.start(request, attempt)
    await vi.advanceTimersByTimeAsync(36_000)
    await vi.advanceTimersByTimeAsync(70_000)
    expect(send).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(22_000)
    expect(send).toHaveBeenCalledTimes(2)
    expect(keepTrying.all()).toEqual([])
    expect(news).toEqual(['rejected'])
    expect(ends).toEqual(['rejected'])
  })

  it('waits an hour at most, however long the service asks, and a clock that is put back moves nothing', async () => {
    const { keepTrying, send, attempt } = setUp(answered(429, null, 2_592_000_000))
    const id = keepTrying.start(request, attempt)
    keepTrying.tryNow(id)
    await vi.advanceTimersByTimeAsync(3_599_000)
    expect(send).toHaveBeenCalledTimes(1)
    vi.setSystemTime(Date.now() - 10_800_000)
    expect((keepTrying.get(id)?.nextAt ?? 0) - performance.now()).toBeCloseTo(1000)
    await vi.advanceTimersByTimeAsync(1000)
    expect(send).toHaveBeenCalledTimes(2)
    keepTrying.cancelAll()
  })

  it('is not asked for after it was cancelled, or was accepted by another way', async () => {
    const { operations, keepTrying, send, attempt, ends } = setUp()
    keepTrying.cancel(keepTrying.start(request, attempt))
    keepTrying.start(request, attempt)
    expect(keepTrying.all()).toHaveLength(1)
    operations.run(request, () => Promise.resolve(null))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).not.toHaveBeenCalled()
    expect(ends).toEqual(['accepted'])
  })

  it('waits for what is under way on the instance, and is not ended by what was accepted before', async () => {
    const { operations, keepTrying, news } = setUp()
    const resize = { action: 'resize', uuid: 'u', name: 'one', to: { n_vcpus: 8 } } as const
    const earlier = await operations.run(resize).answered
    keepTrying.start(resize, () => operations.run({ ...resize, to: { n_vcpus: 64 } }).answered)
    await vi.advanceTimersByTimeAsync(36_000)
    expect(earlier.status).toBe('accepted')
    expect(news).toEqual(['accepted'])
    expect(keepTrying.all()).toMatchObject([{ tries: 0 }])
    const done = anInstance({ uuid: 'u', resource_type: 'container', state: 'running', n_vcpus: 8 })
    operations.settle([done], true)
    expect(keepTrying.all()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(36_000)
    expect(news).toEqual(['accepted', 'confirmed', 'accepted'])
    expect(keepTrying.all()).toEqual([])
  })

  it('ends when another tab did the same to the instance, or it is deleted, and lets other instances be', async () => {
    const { operations, keepTrying, send, attempt } = setUp()
    const begin = () => {
      for (const uuid of ['u', 'v']) keepTrying.start({ action: 'resize', uuid, name: uuid }, attempt)
      keepTrying.start(request, attempt)
    }
    const left = () => keepTrying.all().map(({ request: { name } }) => name)
    begin()
    const resize = { action: 'resize', uuid: 'u', name: 'u' } as const
    expect(keepTrying.supersede({ ...resize, action: 'stop' })).toEqual([])
    expect(keepTrying.supersede(resize)).toMatchObject([{ request: { uuid: 'u' } }])
    expect(left()).toEqual(['v', 'patient-one'])
    await operations.run({ action: 'delete', uuid: 'v', name: 'v' }).answered
    expect(left()).toEqual(['patient-one'])
    keepTrying.supersede({ action: 'create', uuid: '', name: 'another' })
    expect(left()).toEqual(['patient-one'])
    keepTrying.cancelAll()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).not.toHaveBeenCalled()
  })

  it.each([
    [0, 25],
    [0.5, 30],
  ])('waits between 25 and 35 s, by chance: %d', (chance, seconds) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    const { keepTrying, attempt } = setUp()
    const id = keepTrying.start(request, attempt)
    expect((keepTrying.get(id)?.nextAt ?? 0) - performance.now()).toBeCloseTo(seconds * 1000)
    keepTrying.cancelAll()
  })

  it('is tried at once when somebody asks for that, and not twice at a time', async () => {
    const { keepTrying, send, attempt } = setUp()
    const id = keepTrying.start(request, attempt)
    expect(keepTrying.get(id)).toMatchObject({ tries: 0, request })
    keepTrying.tryNow(id)
    expect(keepTrying.get(id)?.nextAt).toBeNull()
    keepTrying.tryNow(id)
    keepTrying.tryNow(id + 1)
    await vi.advanceTimersByTimeAsync(24_000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(keepTrying.get(id)).toMatchObject({ tries: 1 })
    await vi.advanceTimersByTimeAsync(12_000)
    expect(send).toHaveBeenCalledTimes(2)
    expect(keepTrying.get(id + 1)).toBeUndefined()
  })

  it('is found by what it asks for: a create by its name, anything else by its instance', () => {
    const { keepTrying, attempt } = setUp()
    const create = keepTrying.start(request, attempt)
    const resize = keepTrying.start({ action: 'resize', uuid: 'u', name: 'one' }, attempt)
    expect(keepTrying.find({ ...request, uuid: 'n' })?.id).toBe(create)
    expect(keepTrying.find({ ...request, name: 'other' })).toBeUndefined()
    expect(keepTrying.find({ action: 'resize', uuid: 'u', name: 'renamed' })?.id).toBe(resize)
    expect(keepTrying.find({ action: 'restart', uuid: 'u', name: 'one' })).toBeUndefined()
    expect(keepTrying.find({ action: 'resize', uuid: 'v', name: 'one' })).toBeUndefined()
    keepTrying.cancelAll()
  })

  it('tells who listens of each change, and knows where it is shown', () => {
    const { keepTrying, attempt } = setUp()
    const listener = vi.fn()
    const leave = keepTrying.subscribe(listener)
    const id = keepTrying.start(request, attempt)
    const before = keepTrying.all()
    expect(keepTrying.all()).toBe(before)
    const hide = keepTrying.show(id)
    const hideToo = keepTrying.show(id + 7)
    expect(keepTrying.shownIds()).toEqual([id, id + 7])
    hide()
    expect(keepTrying.shownIds()).toEqual([id + 7])
    hideToo()
    expect(keepTrying.shownIds()).toEqual([])
    expect(listener).toHaveBeenCalledTimes(5)
    keepTrying.cancel(id + 7)
    expect(listener).toHaveBeenCalledTimes(5)
    keepTrying.cancel(id)
    expect(listener).toHaveBeenCalledTimes(6)
    expect(keepTrying.all()).toEqual([])
    leave()
    keepTrying.start(request, attempt)
    expect(listener).toHaveBeenCalledTimes(6)
    keepTrying.cancelAll()
  })

  it('is over when it is cancelled while a try is on its way, whatever comes of that', async () => {
    const { operations, keepTrying } = setUp()
    let fail: (error: ApiError) => void = () => undefined
    const send: Send = () => new Promise((_, reject) => (fail = reject))
    const id = keepTrying.start(request, () => operations.run(request, send).answered)
    keepTrying.tryNow(id)
    await vi.advanceTimersByTimeAsync(0)
    keepTrying.cancel(id)
    fail(full())
    await vi.advanceTimersByTimeAsync(120_000)
    expect(keepTrying.all()).toEqual([])
  })

  it('is one thing however often it is begun, and ends as a whole', async () => {
    const { keepTrying, send, attempt } = setUp()
    keepTrying.start(request, attempt)
    keepTrying.start(request, attempt)
    keepTrying.start({ action: 'restart', uuid: 'u', name: 'one' }, attempt)
    expect(keepTrying.cancelAll().map(({ request: { name } }) => name)).toEqual(['patient-one', 'one'])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(send).not.toHaveBeenCalled()
  })

  it('sends nothing while there is no connection, and goes on after', async () => {
    const { keepTrying, send, attempt } = setUp(null)
    onlineManager.setOnline(false)
    keepTrying.start(request, attempt)
    await vi.advanceTimersByTimeAsync(80_000)
    expect(send).not.toHaveBeenCalled()
    onlineManager.setOnline(true)
    await vi.advanceTimersByTimeAsync(36_000)
    expect(send).toHaveBeenCalledTimes(1)
    expect(keepTrying.all()).toEqual([])
  })
})
