import { describe, expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { acceptedText, confirmedText, failedText, overdueText } from './operation-text.ts'
import { blockedBy, effectOf, type OperationRequest } from './operation.ts'

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
  })
})

test('an instance that is gone is what a delete wanted, and the end of everything else', () => {
  expect(effectOf({ ...asked, action: 'delete' }, undefined)).toBe('confirmed')
  expect(effectOf({ ...asked, action: 'stop' }, undefined)).toBe('failed')
  expect(failedText({ ...asked, action: 'stop' }, undefined)).toBe('dev-server was deleted meanwhile.')
})

test('an error ends what needs a sound instance, and nothing else', () => {
  expect(effect({ ...asked, action: 'restart' }, { state: 'error' })).toBe('failed')
  expect(effect({ ...asked, action: 'delete' }, { state: 'error' })).toBe('pending')
  expect(effect({ ...asked, action: 'rename', to: 'other' }, { state: 'error' })).toBe('pending')
  const resize = { ...asked, action: 'resize', to: { n_vcpus: 16 } } as const
  expect(effect(resize, { resource_type: 'container', state: 'error' })).toBe('failed')
})

test('what should long have happened is said not to have', () => {
  const said = overdueText({ ...asked, action: 'stop' }, anInstance(), 4 * 60_000)
  expect(said.title).toBe('Stopping dev-server is not done.')
  expect(said.detail.replaceAll('\u00a0', ' ')).toBe(
    'It was accepted 4 min ago; the instance is still running. Look again, or repeat the request.',
  )
})

test('what was accepted and what was seen are said in whole sentences, figures included', () => {
  expect(acceptedText({ ...asked, action: 'rename', to: 'x' })).toBeNull()
  expect(acceptedText({ ...asked, action: 'stop' })?.title).toBe('dev-server is stopping.')
  expect(confirmedText({ ...asked, action: 'closePort', port: 80 })).toBe('Port 80 of dev-server is closed.')
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
  expect(blockedBy(close, 'stop')).toBeUndefined()
})
