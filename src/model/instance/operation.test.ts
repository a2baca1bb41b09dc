import { describe, expect, test } from 'vitest'

import { type Action, actions } from './actions.ts'
import { anInstance } from './instance.fixture.ts'
import { blockedBy, effectOf, operationInfo, type OperationRequest } from './operation.ts'

const asked = { uuid: 'u', name: 'dev-server' }
const effect = (request: OperationRequest, fields: Record<string, unknown> = {}) =>
  effectOf(request, anInstance(fields))

describe('an operation is confirmed only when the instance says so', () => {
  test.each([
    ['stop', { state: 'running' }, { state: 'shut_off' }],
    ['stop', { state: 'running' }, { state: 'exited' }],
    ['restart', { state: 'exited' }, { state: 'running' }],
    ['delete', { state: 'deleting' }, { state: 'deleted' }],
  ] as const)('%s: %o is pending, %o is done', (action, before, after) => {
    expect(effect({ ...asked, action }, before)).toBe('pending')
    expect(effect({ ...asked, action }, after)).toBe('confirmed')
  })

  test('a restart is pending through every state on the way to running', () => {
    const restart = { ...asked, action: 'restart' } as const
    for (const state of ['shut_off', 'provisioning', 'migrating', 'warming_up'])
      expect(effect(restart, { state })).toBe('pending')
    expect(effect(restart, { state: 'running' })).toBe('confirmed')
    expect(effect(restart, { state: 'error' })).toBe('failed')
  })

  test('a rename shows in the name, a port in the open ports', () => {
    const rename = { ...asked, action: 'rename', to: 'gateway' } as const
    expect(effect(rename)).toBe('pending')
    expect(effect(rename, { name: 'gateway' })).toBe('confirmed')
    const open = { ...asked, action: 'openPort', port: 443 } as const
    const close = { ...asked, action: 'closePort', port: 443 } as const
    expect([effect(open), effect(open, { wan_ports: [443] })]).toEqual(['pending', 'confirmed'])
    expect([effect(close, { wan_ports: [443] }), effect(close)]).toEqual(['pending', 'confirmed'])
  })

  test('a resize shows in every size asked for, once the instance is done with it', () => {
    const resize = { ...asked, action: 'resize', to: { n_vcpus: 16 } } as const
    expect(effect(resize)).toBe('pending')
    expect(effect(resize, { n_vcpus: 16, state: 'resizing' })).toBe('pending')
    expect(effect(resize, { n_vcpus: 16 })).toBe('confirmed')
    const size = { n_vcpus: 16, mem_gib: 64, disk_size_gib: 200 }
    const whole = { ...asked, action: 'resize', to: size } as const
    expect(effect(whole, size)).toBe('confirmed')
    for (const field of ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const)
      expect(effect(whole, { ...size, [field]: 1 })).toBe('pending')
  })
})

test('an instance that is gone is what a delete wanted, and the end of everything else', () => {
  expect(effectOf({ ...asked, action: 'delete' }, undefined)).toBe('confirmed')
  expect(effectOf({ ...asked, action: 'stop' }, undefined)).toBe('failed')
  expect(effect({ ...asked, action: 'stop' }, { state: 'deleted' })).toBe('failed')
})

test('a create is confirmed by being there, even in error', () => {
  const create = { uuid: '', name: 'dev-server', action: 'create' } as const
  expect(effect(create, { state: 'provisioning' })).toBe('confirmed')
  expect(effect(create, { state: 'error' })).toBe('confirmed')
  expect(effectOf(create, undefined)).toBe('failed')
})

test('an error ends what needs a sound instance, and nothing else', () => {
  expect(effect({ ...asked, action: 'restart' }, { state: 'error' })).toBe('failed')
  expect(effect({ ...asked, action: 'delete' }, { state: 'error' })).toBe('pending')
  expect(effect({ ...asked, action: 'rename', to: 'other' }, { state: 'error' })).toBe('pending')
  const resize = { ...asked, action: 'resize', to: { n_vcpus: 16 } } as const
  expect(effect(resize, { resource_type: 'container', state: 'error' })).toBe('failed')
})

test('what is under way makes only that wait which it would get in the way of', () => {
  const stop = { ...asked, action: 'stop' } as const
  expect(blockedBy(stop, 'restart')).toBe('It is being stopped; wait until that is done.')
  expect(blockedBy(stop, 'resize')).toBe('It is being stopped; wait until that is done.')
  expect(blockedBy(stop, 'rename')).toBeUndefined()
  expect(blockedBy(stop, 'stats')).toBeUndefined()
  expect(blockedBy(stop, 'delete')).toBeUndefined()
  expect(blockedBy({ ...asked, action: 'delete' }, 'rename')).toBe('It is being deleted.')
  const close = { ...asked, action: 'closePort', port: 80 } as const
  expect(blockedBy(close, 'openPort', 80)).toBe('Port 80 is being closed already.')
  expect(blockedBy(close, 'openPort', 443)).toBeUndefined()
  expect(blockedBy(close, 'closePort', 80)).toBe('Port 80 is being closed already.')
  expect(blockedBy({ ...asked, action: 'openPort', port: 80 }, 'closePort', 80)).toBe(
    'Port 80 is being opened already.',
  )
  expect(blockedBy(close, 'stop', 80)).toBeUndefined()
})

test.each<{ underWay: OperationRequest; waiting: readonly Action[] }>([
  { underWay: { ...asked, action: 'create' }, waiting: [] },
  { underWay: { ...asked, action: 'stop' }, waiting: ['stop', 'restart', 'resize'] },
  { underWay: { ...asked, action: 'restart' }, waiting: ['stop', 'restart', 'resize'] },
  { underWay: { ...asked, action: 'resize', to: {} }, waiting: ['stop', 'restart', 'resize'] },
  { underWay: { ...asked, action: 'rename', to: 'x' }, waiting: ['rename'] },
  { underWay: { ...asked, action: 'delete' }, waiting: actions },
])('while $underWay.action is under way, these wait: $waiting', ({ underWay, waiting }) => {
  expect(actions.filter((action) => blockedBy(underWay, action) !== undefined)).toEqual(waiting)
})

test('a stop has three minutes to show, a start five, a name or a port half of one', () => {
  const minutes = (action: OperationRequest['action']) => operationInfo(action).within / 60_000
  expect(
    (['create', 'stop', 'restart', 'delete', 'rename', 'resize', 'openPort', 'closePort'] as const).map(
      minutes,
    ),
  ).toEqual([5, 3, 5, 3, 0.5, 3, 0.5, 0.5])
})
