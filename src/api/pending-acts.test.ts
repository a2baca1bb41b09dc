import * as z from 'zod/mini'
import { expect, test } from 'vitest'

import { instanceSchema } from '#contract/instance.ts'

import { createPendingActs, type PendingAct } from './pending-acts.ts'

const seen = (state: string) => z.parse(instanceSchema, { uuid: 'u', name: 'one', state })
const act = (kind: 'stop' | 'restart' | 'delete', initialState: string): PendingAct => ({
  uuid: 'u',
  name: 'one',
  act: kind,
  initialState,
  since: 0,
})

test('a stop is pending while the instance still reads as before, and is told once when it does not', () => {
  const pending = createPendingActs()
  const told: string[] = []
  pending.confirmed.listen(({ act: { act: kind } }) => told.push(kind))
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

test('a port shows in the open ports, and stands beside what is pending of the whole instance', () => {
  const pending = createPendingActs()
  const told: string[] = []
  pending.confirmed.listen(({ act: confirmed }) => told.push(confirmed.act))
  pending.add(act('stop', 'running'))
  pending.add({ ...act('stop', 'running'), act: 'openPort', port: 443 })
  pending.add({ ...act('stop', 'running'), act: 'closePort', port: 80 })
  pending.settle([{ ...seen('running'), wan_ports: [80, 443] }], false)
  expect(told).toEqual(['openPort'])
  pending.settle([{ ...seen('running'), wan_ports: [] }], false)
  expect(told).toEqual(['openPort', 'closePort'])
  expect(pending.current().map((waiting) => waiting.act)).toEqual(['stop'])
})

test('a rename shows in the name, a resize in every size that was asked for', () => {
  const pending = createPendingActs()
  pending.add({ ...act('stop', 'running'), act: 'resize', to: { n_vcpus: 8, mem_gib: 32 } })
  pending.settle([{ ...seen('running'), n_vcpus: 8, mem_gib: 16 }], false)
  expect(pending.current()).toHaveLength(1)
  pending.settle([{ ...seen('running'), n_vcpus: 8, mem_gib: 32 }], false)
  expect(pending.current()).toEqual([])

  pending.add({ ...act('stop', 'running'), act: 'rename', to: 'two' })
  pending.settle([seen('running')], true)
  expect(pending.current()).toHaveLength(1)
  pending.settle([{ ...seen('running'), name: 'two' }], true)
  expect(pending.current()).toEqual([])
})
