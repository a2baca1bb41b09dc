import { describe, expect, test } from 'vitest'

import { anInstance } from './instance.fixture.ts'
import { pendingStatus, type PendingAct } from './pending.ts'

const asked = { uuid: 'u', name: 'dev-server', since: 0 }
const status = (pending: PendingAct, latest: Parameters<typeof pendingStatus>[1], now = 1000) =>
  pendingStatus(pending, latest, now).status

describe('an act is done only when the instance says so', () => {
  test.each([
    ['stop', { state: 'running' }, { state: 'shut_off' }],
    ['stop', { state: 'running' }, { state: 'exited' }],
    ['restart', { state: 'exited' }, { state: 'running' }],
    ['delete', { state: 'deleting' }, { state: 'deleted' }],
  ] as const)('%s: %o is pending, %o is done', (act, before, after) => {
    expect(status({ ...asked, act }, anInstance(before))).toBe('pending')
    expect(status({ ...asked, act }, anInstance(after))).toBe('done')
  })

  test('a rename shows in the name, a port in the open ports', () => {
    const rename: PendingAct = { ...asked, act: 'rename', to: 'gateway' }
    expect(status(rename, anInstance())).toBe('pending')
    expect(status(rename, anInstance({ name: 'gateway' }))).toBe('done')
    expect(status({ ...asked, act: 'openPort', port: 443 }, anInstance())).toBe('pending')
    expect(status({ ...asked, act: 'openPort', port: 443 }, anInstance({ wan_ports: [443] }))).toBe('done')
    expect(status({ ...asked, act: 'closePort', port: 443 }, anInstance({ wan_ports: [443] }))).toBe(
      'pending',
    )
    expect(status({ ...asked, act: 'closePort', port: 443 }, anInstance())).toBe('done')
  })

  test('a resize shows in the sizes asked for, once the instance is done with it', () => {
    const resize: PendingAct = { ...asked, act: 'resize', to: { n_vcpus: 16 } }
    expect(status(resize, anInstance())).toBe('pending')
    expect(status(resize, anInstance({ n_vcpus: 16, state: 'resizing' }))).toBe('pending')
    expect(status(resize, anInstance({ n_vcpus: 16 }))).toBe('done')
  })
})

test('an instance that is gone is what a delete wanted, and the end of every other act', () => {
  expect(status({ ...asked, act: 'delete' }, undefined)).toBe('done')
  expect(pendingStatus({ ...asked, act: 'stop' }, undefined, 0)).toEqual({
    status: 'failed',
    sentence: 'dev-server was deleted meanwhile.',
  })
})

test('an error ends what needs a sound instance, and nothing else', () => {
  const failed = anInstance({ state: 'error' })
  expect(status({ ...asked, act: 'restart' }, failed)).toBe('failed')
  expect(status({ ...asked, act: 'delete' }, failed)).toBe('pending')
  expect(status({ ...asked, act: 'rename', to: 'other' }, failed)).toBe('pending')
})

test('what should long have happened is said not to have', () => {
  const late = pendingStatus({ ...asked, act: 'stop' }, anInstance(), 4 * 60_000)
  expect(late.status).toBe('overdue')
  expect(late.sentence.replaceAll('\u00a0', ' ')).toBe(
    'Stopping dev-server was accepted 4 min ago and is not done; it is still running. Look again, or repeat the request.',
  )
})
