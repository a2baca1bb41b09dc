import { describe, expect, it } from 'vitest'

import { httpError } from '#api/api-error.ts'
import { readErrorBody } from '#contract/errors.ts'

import { ask, refused, setUp } from './operations.fixture.ts'

describe('a bulk run', () => {
  it('sends four at a time, and one failure stops nothing else', async () => {
    const { operations, answers, sent, pass, refreshed } = setUp()
    const run = operations.runAll(['a', 'b', 'c', 'd', 'e', 'f'].map((uuid) => ask('stop', uuid)))
    await pass()
    expect(sent).toHaveLength(4)
    answers[0]?.fail(refused())
    await pass()
    expect(sent).toHaveLength(5)
    for (let at = 1; at < 6; at += 1) {
      answers[at]?.give(null)
      await pass()
    }
    expect(run.operationIds.map((id) => operations.get(id)?.status)).toEqual([
      'rejected',
      ...Array.from({ length: 5 }, () => 'accepted'),
    ])
    expect(refreshed).toHaveLength(1)
  })

  it('holds back what has not been sent, and nothing else', async () => {
    const { operations, answers, sent, pass } = setUp()
    const run = operations.runAll(['a', 'b', 'c', 'd', 'e', 'f'].map((uuid) => ask('delete', uuid)))
    await pass()
    operations.holdBack(run)
    for (const answer of answers) answer.give(null)
    await pass()
    expect(sent).toHaveLength(4)
    expect(run.operationIds.map((id) => operations.get(id)?.status)).toEqual([
      ...Array.from({ length: 4 }, () => 'accepted'),
      'cancelled',
      'cancelled',
    ])
    expect(operations.get(run.operationIds[4] ?? 0)?.reason).toBe('It was held back.')
    expect(operations.get(run.operationIds[0] ?? 0)?.reason).toBeNull()
  })

  it('holds back what is left once the service asks to wait, and says for how long', async () => {
    const { operations, answers, sent, pass } = setUp()
    const run = operations.runAll(['a', 'b', 'c', 'd', 'e', 'f'].map((uuid) => ask('stop', uuid)))
    await pass()
    answers[0]?.fail(httpError(429, readErrorBody(null), 600_000))
    await pass()
    expect(sent).toHaveLength(4)
    expect(operations.get(run.operationIds[5] ?? 0)).toMatchObject({
      status: 'cancelled',
      reason: 'It was held back. The service asks for fewer requests. Wait 10\u00A0min.',
    })
  })

  it('holds back also what was asked for in the same moment, alone or not', async () => {
    const { operations, sent, pass } = setUp()
    const { id } = operations.run(ask('stop', 'a'))
    const run = operations.runAll([ask('stop', 'b')])
    operations.holdBack({ id: 0, operationIds: [id, ...run.operationIds] })
    await pass()
    expect(sent).toEqual([])
    expect(operations.all().map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  })

  it('that is not over is never forgotten, however many begin after it', async () => {
    const { operations, answers, sent, pass } = setUp()
    const first = operations.runAll(['a', 'b', 'c', 'd', 'e'].map((uuid) => ask('stop', uuid)))
    await pass()
    for (const uuid of ['v', 'w', 'x', 'y', 'z']) {
      operations.runAll([ask('restart', uuid)])
      await pass()
      answers.at(-1)?.give(null)
      await pass()
    }
    answers[0]?.give(null)
    await pass()
    expect(sent.filter(({ action }) => action === 'stop')).toHaveLength(5)
    expect(first.operationIds.map((id) => operations.get(id)?.status)).toContain('accepted')
  })

  it('of 2,000 is remembered whole', async () => {
    const { operations, answers, pass } = setUp()
    const run = operations.runAll(Array.from({ length: 2000 }, (_, at) => ask('stop', `m-${at}`)))
    for (let at = 0; at < 2000; at += 1) {
      if (at % 4 === 0) await pass()
      answers[at]?.give(null)
    }
    await pass()
    expect(run.operationIds.every((id) => operations.get(id)?.status === 'accepted')).toBe(true)
  })
})
