import * as z from 'zod/mini'
import { expect, test } from 'vitest'

import { instanceSchema } from '#contract/instance.ts'

import { createPendingActs, type PendingAct } from './pending-acts.ts'

const seen = (state: string) => z.parse(instanceSchema, { uuid: 'u', name: 'one', state })
const act = (kind: PendingAct['act'], initialState: string): PendingAct => ({
  uuid: 'u',
  name: 'one',
  act: kind,
  initialState,
  since: 0,
})

test('a stop is pending while the instance still reads as before, and is told once when it does not', () => {
  const pending = createPendingActs()
  const told: string[] = []
  pending.confirmed.listen(({ act: kind }) => told.push(kind))
  pending.add(act('stop', 'running'))
  pending.settle([seen('running')], true)
  expect(pending.current()).toHaveLength(1)
  pending.settle([seen('exited')], false)
  pending.settle([seen('exited')], false)
  expect(pending.current()).toEqual([])
  expect(told).toEqual(['stop'])
})

test('a delete is confirmed by a whole list without the instance, never by a reading of another one', () => {
  const pending = createPendingActs()
  pending.add(act('delete', 'running'))
  pending.settle([], false)
  expect(pending.current()).toHaveLength(1)
  pending.settle([], true)
  expect(pending.current()).toEqual([])
})

test('a newer act on the same instance takes the place of the older one', () => {
  const pending = createPendingActs()
  pending.add(act('stop', 'running'))
  pending.add(act('restart', 'exited'))
  expect(pending.current().map(({ act: kind }) => kind)).toEqual(['restart'])
})
