import { describe, expect, it } from 'vitest'

import { MINUTE } from '#lib/time.ts'
import type { OperationRequest } from '#model/instance/operation.ts'

import { ask, type later, lost, refused, seen, setUp } from './operations.fixture.ts'
import type { Operation } from './operation.ts'
import type { Restored } from './operations.ts'

describe('one operation', () => {
  it('is accepted, and confirmed once when a reading shows it', async () => {
    const { operations, answers, steps, pass, refreshed } = setUp()
    operations.run(ask('stop'))
    await pass()
    expect(operations.current('u')?.status).toBe('requested')
    answers[0]?.give(null)
    await pass()
    expect(operations.current('u')?.status).toBe('accepted')
    operations.settle([seen()], true)
    operations.settle([seen({ state: 'shut_off' })], true)
    operations.settle([seen({ state: 'shut_off' })], true)
    expect(steps).toEqual(['stop one requested', 'stop one accepted', 'stop one confirmed'])
    expect(operations.current('u')).toBeUndefined()
    expect(refreshed).toEqual([['u']])
  })

  it('is refused, or its answer is lost, and is told so once', async () => {
    for (const [error, status] of [
      [refused(), 'rejected'],
      [lost(), 'unknown'],
      [new TypeError('a fault of the app'), 'unknown'],
    ] as const) {
      const { operations, answers, steps, pass } = setUp()
      const { answered } = operations.run(ask('stop'))
      await pass()
      answers[0]?.fail(error)
      expect((await answered).status).toBe(status)
      expect(steps).toEqual(['stop one requested', `stop one ${status}`])
    }
  })

  it('whose answer was lost is confirmed all the same when it shows', async () => {
    const { operations, answers, steps, pass } = setUp()
    operations.run(ask('stop'))
    await pass()
    answers[0]?.fail(lost())
    await pass()
    operations.settle([seen({ state: 'exited' })], false)
    expect(steps.at(-1)).toBe('stop one confirmed')
  })

  it('of a stop that was refused for its state is confirmed when a later reading shows it, and not an earlier one', async () => {
    const { operations, answers, steps, pass, clock } = setUp()
    const refuse = async (uuid: string) => {
      const { id } = operations.run(ask('stop', uuid))
      await pass()
      answers.at(-1)?.fail(refused())
      await pass()
      return id
    }
    const stopped = (uuid: string) => operations.settle([seen({ uuid, state: 'exited' })], false)
    await refuse('u')
    operations.settle([seen()], false)
    stopped('u')
    stopped('u')
    expect(steps.slice(-2)).toEqual(['stop one rejected', 'stop one confirmed'])
    const before = await refuse('was-so')
    stopped('was-so')
    expect(operations.get(before)?.status).toBe('rejected')
    const late = await refuse('late')
    operations.settle([seen({ uuid: 'late' })], false)
    clock.now = 10 * MINUTE
    stopped('late')
    expect(operations.get(late)?.status).toBe('rejected')
    const older = await refuse('twice')
    operations.settle([seen({ uuid: 'twice' })], false)
    operations.run(ask('stop', 'twice'))
    await pass()
    answers.at(-1)?.give(null)
    await pass()
    stopped('twice')
    expect(operations.get(older)?.status).toBe('rejected')
  })

  it('is overdue when a reading after its time still does not show it, and not before one came', async () => {
    const { operations, answers, clock, pass } = setUp()
    const { id } = operations.run(ask('stop'))
    await pass()
    answers[0]?.give(null)
    await pass()
    clock.now = 10 * MINUTE
    expect(operations.get(id)?.status).toBe('accepted')
    operations.settle([seen()], true)
    expect(operations.get(id)?.status).toBe('overdue')
    operations.settle([seen({ state: 'exited' })], true)
    expect(operations.get(id)?.status).toBe('confirmed')
  })

  it('is asked for again by a new request, once the first is not under way any more', async () => {
    const { operations, answers, sent, clock, pass } = setUp()
    const { id } = operations.run(ask('stop'))
    await pass()
    operations.retry(id)
    await pass()
    expect(sent).toHaveLength(1)
    answers[0]?.give(null)
    await pass()
    clock.now = 10 * MINUTE
    operations.settle([seen()], true)
    operations.retry(id)
    await pass()
    expect(sent).toHaveLength(2)
    expect(operations.get(id)?.status).toBe('dismissed')
    expect(operations.retry(id)).toBe(false)
    answers[1]?.fail(lost())
    await pass()
    expect(operations.retry(2)).toBe(true)
    await pass()
    expect(sent).toHaveLength(3)
  })

  it('is sent once, however often it is asked for while it is on its way', async () => {
    const { operations, sent, pass } = setUp()
    const first = operations.run(ask('restart'))
    const second = operations.run(ask('restart'))
    await pass()
    expect(sent).toHaveLength(1)
    expect(second.id).toBe(first.id)
  })

  it('is not sent where this browser forbids it or another one is in its way', async () => {
    const { operations, sent, steps, pass } = setUp({ locked: 'u' })
    operations.run(ask('stop'))
    await pass()
    operations.run(ask('delete', 'v'))
    await pass()
    operations.run(ask('stop', 'v'))
    await pass()
    expect(sent.map(({ action, uuid }) => `${action} ${uuid}`)).toEqual(['delete v'])
    expect(steps).toContain('stop one cancelled')
    expect(steps).toContain('stop v cancelled')
  })

  it('gives way to the delete of its instance without a word', async () => {
    const { operations, answers, steps, pass } = setUp()
    operations.run(ask('stop'))
    await pass()
    answers[0]?.give(null)
    await pass()
    operations.run(ask('delete'))
    await pass()
    answers[1]?.give(null)
    await pass()
    operations.settle([], true)
    expect(steps.filter((step) => step.startsWith('stop'))).toEqual([
      'stop one requested',
      'stop one accepted',
      'stop one dismissed',
    ])
    expect(steps.at(-1)).toBe('delete one confirmed')
  })
})

it('a list with rows that could not be read does not say that an instance is gone', async () => {
  const { operations, answers, pass } = setUp()
  operations.run(ask('delete'))
  await pass()
  answers[0]?.give(null)
  await pass()
  operations.settle([], false)
  expect(operations.current('u')?.status).toBe('accepted')
})

describe('a second operation, begun while the first is on its way', () => {
  const outcomes = {
    accepted: (answer: ReturnType<typeof later<null>>) => answer.give(null),
    rejected: (answer: ReturnType<typeof later<null>>) => answer.fail(refused()),
    unknown: (answer: ReturnType<typeof later<null>>) => answer.fail(lost()),
  }
  const pairs = [
    [ask('stop'), { action: 'rename', uuid: 'u', name: 'one', to: 'two' }],
    [
      { action: 'closePort', uuid: 'u', name: 'one', port: 443 },
      { action: 'closePort', uuid: 'u', name: 'one', port: 80 },
    ],
    [
      { action: 'resize', uuid: 'u', name: 'one', to: { n_vcpus: 8 } },
      { action: 'openPort', uuid: 'u', name: 'one', port: 80 },
    ],
    [ask('restart'), ask('restart', 'v')],
    [ask('delete'), ask('delete', 'v')],
  ] as const satisfies (readonly [OperationRequest, OperationRequest])[]
  const cases = pairs.flatMap((pair) =>
    (['accepted', 'rejected', 'unknown'] as const).flatMap((first) =>
      (['accepted', 'rejected', 'unknown'] as const).map((second) => ({ pair, first, second })),
    ),
  )
  it.each(cases)(
    '$pair.0.action $first, $pair.1.action $second: each is told once',
    async ({ pair, first, second }) => {
      const { operations, answers, pass } = setUp()
      const told: string[] = []
      operations.follow('reporter', ({ operation: { id, status } }) => {
        if (status !== 'requested') told.push(`${id} ${status}`)
      })
      for (const request of pair) operations.run(request)
      await pass()
      const [one, two] = answers
      if (two !== undefined) outcomes[second](two)
      if (one !== undefined) outcomes[first](one)
      await pass()
      expect(told.toSorted()).toEqual([`1 ${first}`, `2 ${second}`])
    },
  )
})

it('a create whose answer was lost is confirmed by its name in a later list', async () => {
  const { operations, pass } = setUp()
  const { id } = operations.run({ action: 'create', uuid: '', name: 'new-one' }, () => Promise.reject(lost()))
  await pass()
  operations.settle([seen()], true)
  expect(operations.get(id)?.status).toBe('unknown')
  operations.settle([seen(), seen({ uuid: 'n', name: 'new-one', state: 'provisioning' })], true)
  expect(operations.get(id)).toMatchObject({ status: 'confirmed', wasLost: true, request: { uuid: 'n' } })
})

it('who was not there hears of every step when he comes, once', async () => {
  const { operations, answers, pass } = setUp()
  operations.run(ask('stop'))
  await pass()
  answers[0]?.give(null)
  await pass()
  const heard: string[] = []
  const listen = () => operations.follow('late', ({ operation }) => heard.push(operation.status))
  const leave = listen()
  expect(heard).toEqual(['requested', 'accepted'])
  leave()
  operations.settle([seen({ state: 'exited' })], true)
  expect(heard).toHaveLength(2)
  listen()
  expect(heard).toEqual(['requested', 'accepted', 'confirmed'])
})

it('what was under way when the page was left is watched on, or said not to be known', () => {
  const restored = (status: Operation['status'], uuid: string, isNews: boolean): Restored => ({
    isNews,
    operation: {
      request: ask('stop', uuid),
      status,
      answeredAt: 0,
      error: null,
      reason: null,
      runId: null,
      lookUp: null,
      wasLost: false,
    },
  })
  const { operations, steps } = setUp({
    restored: [restored('accepted', 'a', false), restored('unknown', 'b', true)],
  })
  operations.settle([seen({ uuid: 'a', state: 'exited' })], false)
  expect(operations.current('b')?.status).toBe('unknown')
  expect(steps).toEqual(['stop b unknown', 'stop a confirmed'])
})
