import { describe, expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { acceptedText, confirmedText, failedText, overdueText } from './operation-text.ts'
import { blockedBy, effectOf, isCarriedOut, type OperationRequest } from './operation.ts'

const subject = { uuid: 'u', name: 'dev-server' }

describe('a reading shows that a refused request was carried out all the same', () => {
  const begun = (
    request: OperationRequest,
    before: Record<string, unknown>,
    latest: Record<string, unknown>,
  ) => isCarriedOut(request, anInstance(before), anInstance(latest))

  test.each([
    ['stop', 'running', 'exited', true],
    ['stop', 'running', 'running', false],
    ['stop', 'exited', 'exited', false],
    ['restart', 'exited', 'provisioning', true],
    ['restart', 'exited', 'running', true],
    ['restart', 'running', 'running', false],
    ['restart', 'exited', 'exited', false],
    ['delete', 'running', 'deleting', true],
    ['delete', 'deleting', 'deleting', false],
    ['delete', 'running', 'running', false],
  ] as const)('%s: %s before, %s after: %s', (action, before, after, expected) => {
    expect(begun({ ...subject, action }, { state: before }, { state: after })).toBe(expected)
  })

  test('a resize by its size, a port by the ports, a delete by the instance being gone', () => {
    const resize = { ...subject, action: 'resize', to: { n_vcpus: 16 } } as const
    expect(begun(resize, {}, { n_vcpus: 16, state: 'resizing' })).toBe(true)
    expect(begun(resize, {}, { state: 'migrating' })).toBe(false)
    expect(begun({ ...subject, action: 'openPort', port: 443 }, {}, { wan_ports: [443] })).toBe(true)
    expect(
      begun({ ...subject, action: 'openPort', port: 443 }, { wan_ports: [443] }, { wan_ports: [443] }),
    ).toBe(false)
    expect(isCarriedOut({ ...subject, action: 'delete' }, anInstance(), undefined)).toBe(true)
    expect(isCarriedOut({ ...subject, action: 'stop' }, anInstance(), undefined)).toBe(false)
  })
})

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
  expect(blockedBy(stop, 'rename')).toBeUndefined()
  expect(blockedBy(stop, 'delete')).toBeUndefined()
  expect(blockedBy({ ...asked, action: 'delete' }, 'rename')).toBe('It is being deleted.')
  const close = { ...asked, action: 'closePort', port: 80 } as const
  expect(blockedBy(close, 'openPort', 80)).toBe('Port 80 is being closed already.')
  expect(blockedBy(close, 'openPort', 443)).toBeUndefined()
  expect(blockedBy(close, 'stop')).toBeUndefined()
})
