import { describe, expect, it } from 'vitest'

import { createEventLog, createOperationIndex } from './operation-log.ts'
import type { Operation, OperationStatus } from './operation.ts'

const operation = (id: number, status: OperationStatus, more: Partial<Operation> = {}): Operation => ({
  id,
  request: { action: 'stop', uuid: `u-${id}`, name: `box-${id}` },
  status,
  answeredAt: null,
  error: null,
  reason: null,
  runId: null,
  lookUp: null,
  wasLost: false,
  ...more,
})

describe('the operations by id and by instance', () => {
  it('are the newest step of each, oldest first, and the same list until one changes', () => {
    const index = createOperationIndex()
    index.put(operation(1, 'requested'))
    index.put(operation(2, 'requested'))
    const before = index.all()
    expect(index.all()).toBe(before)
    index.put(operation(1, 'accepted'))
    expect(index.all()).not.toBe(before)
    expect(index.all().map(({ id, status }) => `${id} ${status}`)).toEqual(['1 accepted', '2 requested'])
    expect(index.get(1)?.status).toBe('accepted')
    expect(index.get(3)).toBeUndefined()
    expect(index.of('u-1')).toEqual([operation(1, 'accepted')])
    expect(index.of('u-3')).toEqual([])
  })

  it('move with a create that gets its uuid', () => {
    const index = createOperationIndex()
    const request = { action: 'create', uuid: '', name: 'new' } as const
    index.put(operation(1, 'requested', { request }))
    index.put(operation(2, 'requested', { request: { ...request, name: 'newer' } }))
    index.put(operation(1, 'accepted', { request: { ...request, uuid: 'n' } }))
    expect(index.of('').map(({ id }) => id)).toEqual([2])
    expect(index.of('n').map(({ id }) => id)).toEqual([1])
  })

  const ended: OperationStatus[] = ['confirmed', 'failed', 'rejected', 'cancelled', 'dismissed']
  const open: OperationStatus[] = ['queued', 'requested', 'accepted', 'overdue', 'unknown']

  it('are forgotten once 200 newer ones have ended as well, and what is open never is', () => {
    const index = createOperationIndex()
    for (const [at, status] of open.entries()) index.put(operation(at + 1, status))
    for (let id = 6; id <= 215; id += 1) index.put(operation(id, ended[id % 5] ?? 'confirmed'))
    const before = index.all()
    index.forgetOld(0)
    const ids = index.all().map(({ id }) => id)
    expect(before).toHaveLength(215)
    expect(ids).toEqual([1, 2, 3, 4, 5, ...Array.from({ length: 200 }, (_, at) => 16 + at)])
    expect(index.get(15)).toBeUndefined()
    expect([index.of('u-15'), index.of('u-16')]).toEqual([[], [operation(16, 'failed')]])
    index.forgetOld(0)
    expect(index.all().map(({ id }) => id)).toEqual(ids)
  })

  it('of one instance are forgotten one by one', () => {
    const index = createOperationIndex()
    const request = { action: 'stop', uuid: 'u', name: 'box' } as const
    for (let id = 1; id <= 202; id += 1) index.put(operation(id, 'confirmed', { request }))
    index.forgetOld(0)
    expect(index.of('u').map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, at) => 3 + at))
  })

  it('of the last three runs are remembered whole, and of older ones while any of theirs is open', () => {
    const index = createOperationIndex()
    const put = (id: number, status: OperationStatus, runId: number) =>
      index.put(operation(id, status, { runId }))
    put(1, 'confirmed', 1)
    put(2, 'confirmed', 2)
    put(3, 'unknown', 2)
    put(4, 'rejected', 3)
    put(5, 'confirmed', 4)
    put(6, 'confirmed', 5)
    const left = () => index.all().map(({ id }) => id)
    index.forgetOld(3)
    expect(left()).toEqual([1, 2, 3, 4, 5, 6])
    index.forgetOld(4)
    expect(left()).toEqual([2, 3, 4, 5, 6])
    index.forgetOld(6)
    expect(left()).toEqual([2, 3, 5, 6])
    put(3, 'confirmed', 2)
    index.forgetOld(6)
    expect(left()).toEqual([5, 6])
  })
})

describe('the steps', () => {
  const event = (id: number) => ({ operation: operation(id, 'requested'), seen: undefined })

  it('are heard by who listens, and by who comes late, each once, in their order', () => {
    const log = createEventLog()
    const now: number[] = []
    const late: number[] = []
    log.events.listen(({ operation: { id } }) => now.push(id))
    for (const id of [1, 2]) log.add(event(id))
    const follow = (name: string) => log.follow(name, ({ operation: { id } }) => late.push(id))
    const leave = follow('late')
    log.add(event(3))
    leave()
    log.add(event(4))
    expect([now, late]).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3],
    ])
    follow('late')
    follow('another')
    expect(late).toEqual([1, 2, 3, 4, 1, 2, 3, 4])
  })

  it('are kept for who comes late up to 2,000, and the older half goes when there are more', () => {
    const log = createEventLog()
    const heard = new Map<string, number[]>()
    const follow = (name: string) => {
      const ids: number[] = []
      heard.set(name, ids)
      return log.follow(name, ({ operation: { id } }) => ids.push(id))
    }
    const from = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at)
    for (const id of from(1, 500)) log.add(event(id))
    follow('left')()
    const stay = follow('stayed')
    for (const id of from(501, 2000)) log.add(event(id))
    follow('all')
    expect(heard.get('all')).toEqual(from(1, 2000))
    for (const id of from(2001, 2600)) log.add(event(id))
    follow('late')
    expect(heard.get('late')).toEqual(from(1001, 2600))
    follow('left')
    expect(heard.get('left')).toEqual(from(1001, 2600))
    stay()
    expect(heard.get('stayed')).toEqual(from(1, 2600))
    follow('stayed')
    expect(heard.get('stayed')).toEqual([])
  })
})
