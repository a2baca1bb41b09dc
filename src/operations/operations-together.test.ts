import { describe, expect, it, vi } from 'vitest'

import { MINUTE } from '#lib/time.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { ask, lost, seen, setUp } from './operations.fixture.ts'

const one = { uuid: 'u', name: 'one' }
const open = (port: number, uuid = 'u'): OperationRequest => ({ ...one, uuid, action: 'openPort', port })
const close = (port: number): OperationRequest => ({ ...one, action: 'closePort', port })
const create = (name: string): OperationRequest => ({ action: 'create', uuid: '', name })
const rename: OperationRequest = { ...one, action: 'rename', to: 'two' }

describe('two requests ask for one thing', () => {
  it.each<[OperationRequest, OperationRequest, boolean]>([
    [open(80), open(80), true],
    [open(80), close(80), true],
    [open(80), open(443), false],
    [open(80), open(80, 'v'), false],
    [open(80), rename, false],
    [rename, open(80), false],
    [rename, rename, true],
    [ask('stop'), ask('stop', 'v'), false],
    [ask('restart'), rename, false],
    [create('a'), create('a'), true],
    [create('a'), create('b'), false],
  ])('%j and %j: %s', async (first, second, isSame) => {
    const { operations, sent, pass } = setUp()
    const { id } = operations.run(first)
    expect(operations.run(second).id === id).toBe(isSame)
    await pass()
    expect(sent).toHaveLength(isSame ? 1 : 2)
  })

  it('the newer one takes the place of the older once it is accepted, and of no other', async () => {
    const { operations, answers, pass } = setUp()
    const statuses = () => operations.all().map(({ status }) => status)
    const run = async (request: OperationRequest, isLost: boolean) => {
      operations.run(request)
      await pass()
      if (isLost) answers.at(-1)?.fail(lost())
      else answers.at(-1)?.give(null)
      await pass()
    }
    await run(open(80), true)
    await run(rename, true)
    await run(open(443), false)
    expect(statuses()).toEqual(['unknown', 'unknown', 'accepted'])
    await run(close(80), false)
    expect(statuses()).toEqual(['dismissed', 'unknown', 'accepted', 'accepted'])
    await run(rename, false)
    expect(statuses()).toEqual(['dismissed', 'dismissed', 'accepted', 'accepted', 'accepted'])
  })
})

describe('what the service says of an instance in its answer', () => {
  it('gives a create its uuid and its name, and confirms it', async () => {
    const { operations } = setUp()
    const made = seen({ uuid: 'n', name: 'new-2', state: 'provisioning' })
    const { id, answered } = operations.run(create('new'), () => Promise.resolve(made))
    expect((await answered).request).toEqual({ action: 'create', uuid: 'n', name: 'new-2' })
    expect(operations.get(id)).toMatchObject({ status: 'confirmed', wasLost: false })
  })

  it('leaves any other request the name that it was asked for under', async () => {
    const { operations, refreshed } = setUp()
    const { answered } = operations.run(rename, () => Promise.resolve(seen({ name: 'two' })))
    expect(await answered).toMatchObject({ status: 'confirmed', request: rename })
    expect(refreshed).toEqual([['u']])
  })
})

it('an answer that has one instance does not say that the others are gone', async () => {
  const { operations, answers, pass } = setUp()
  const { id } = operations.run(ask('delete', 'v'))
  await pass()
  answers[0]?.give(null)
  await operations.run(rename, () => Promise.resolve(seen({ name: 'two' }))).answered
  expect(operations.get(id)?.status).toBe('accepted')
})

it('what is reported of a request on its way is told to who follows, and is no step', async () => {
  const { operations, steps, pass } = setUp()
  const listener = vi.fn()
  const leave = operations.subscribe(listener)
  const { id } = operations.run(create('new'), (report) => {
    report({ lookUp: { status: 'looking' } })
    return new Promise(() => undefined)
  })
  await pass()
  expect(operations.get(id)?.lookUp).toEqual({ status: 'looking' })
  expect(steps).toEqual(['create new requested'])
  const { length } = listener.mock.calls
  expect(length).toBeGreaterThan(2)
  leave()
  operations.run(ask('stop'))
  expect(listener).toHaveBeenCalledTimes(length)
})

describe('a create whose answer was lost', () => {
  const loseIt = async () => {
    const { operations, pass } = setUp()
    const { id } = operations.run(create('new'), () => Promise.reject(lost()))
    await pass()
    return { operations, id, status: () => operations.get(id)?.status }
  }

  it('is not made by a deleted instance of its name, and is by one that is read alone', async () => {
    const { operations, status } = await loseIt()
    operations.settle([seen({ uuid: 'd', name: 'new', state: 'deleted' })], true)
    operations.settle([], true)
    expect(status()).toBe('unknown')
    operations.settle([seen({ uuid: 'n', name: 'new' })], false)
    expect(status()).toBe('confirmed')
  })

  it('is not sent again by Try again, whose form has the secrets, and can be dismissed', async () => {
    const { operations, id, status } = await loseIt()
    expect(operations.retry(id)).toBe(false)
    expect(operations.retry(id + 1)).toBe(false)
    operations.dismiss(id)
    expect(status()).toBe('dismissed')
  })
})

it('only what nobody knows the end of can be dismissed, and by its own id', async () => {
  const { operations, answers, pass } = setUp()
  const ids = ['a', 'b', 'c'].map((uuid) => operations.run(ask('stop', uuid)).id)
  await pass()
  answers[0]?.give(null)
  answers[1]?.give(null)
  await pass()
  operations.settle([seen({ uuid: 'b', state: 'exited' })], false)
  for (const id of ids.slice(1)) operations.dismiss(id)
  const statuses = () => ids.map((id) => operations.get(id)?.status)
  expect(statuses()).toEqual(['accepted', 'confirmed', 'requested'])
  operations.dismiss(ids[0] ?? 0)
  expect(statuses()).toEqual(['dismissed', 'confirmed', 'requested'])
})

it('a stop has exactly its three minutes, and one whose answer was lost is not overdue', async () => {
  const { operations, answers, clock, pass } = setUp()
  clock.now = 7 * MINUTE
  const ids = ['a', 'b'].map((uuid) => operations.run(ask('stop', uuid)).id)
  await pass()
  answers[0]?.give(null)
  answers[1]?.fail(lost())
  await pass()
  const statusesAt = (now: number) => {
    clock.now = now
    operations.settle(
      ['a', 'b'].map((uuid) => seen({ uuid })),
      true,
    )
    return ids.map((id) => operations.get(id)?.status)
  }
  expect(statusesAt(10 * MINUTE - 1)).toEqual(['accepted', 'unknown'])
  expect(statusesAt(10 * MINUTE)).toEqual(['overdue', 'unknown'])
})

it('a step is shown for as long as somebody shows it', () => {
  const { operations } = setUp()
  const hide = operations.show(1, 'answer')
  const hideToo = operations.show(1, 'answer')
  expect([
    operations.isShown(1, 'answer'),
    operations.isShown(1, 'overdue'),
    operations.isShown(2, 'answer'),
  ]).toEqual([true, false, false])
  hide()
  expect(operations.isShown(1, 'answer')).toBe(true)
  hideToo()
  expect(operations.isShown(1, 'answer')).toBe(false)
  operations.show(1, 'overdue')
  expect(operations.isShown(1, 'overdue')).toBe(true)
})
