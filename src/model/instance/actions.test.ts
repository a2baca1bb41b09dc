import { describe, expect, test } from 'vitest'

import { liveStates, pageStates } from '#contract/vocabulary.ts'

import { actions, checkAction, type Action, isBillingAction, isForType } from './actions.ts'
import { shortReason } from './short-reason.ts'

const states = [...pageStates, ...liveStates, 'warming_up']
const allowedIn = (action: Action, resource_type: string): string[] =>
  states.filter((state) => checkAction(action, { state, resource_type }).allowed)
const reason = (action: Action, state: string, resource_type = 'container'): string => {
  const verdict = checkAction(action, { state, resource_type })
  return verdict.allowed ? '' : verdict.reason
}

describe('the states that allow an action', () => {
  test.each([
    ['stop', ['running', 'idle', 'lost', 'unhealthy', 'warming_up']],
    ['restart', ['shut_off', 'exited', 'warming_up']],
    ['resize', ['running', 'shut_off', 'exited', 'idle', 'lost', 'unhealthy', 'warming_up']],
    ['rename', states.filter((state) => state !== 'deleted' && state !== 'deleting')],
    ['delete', states.filter((state) => state !== 'deleted' && state !== 'deleting')],
    ['stats', ['running', 'idle']],
  ] as const)('%s', (action, allowed) => {
    expect(allowedIn(action, 'container')).toEqual(allowed)
  })

  test('ports, on a virtual machine', () => {
    const all = states.filter((state) => state !== 'deleted' && state !== 'deleting')
    expect(allowedIn('openPort', 'vm')).toEqual(all)
    expect(allowedIn('closePort', 'vm')).toEqual(all)
  })
})

describe('the types that allow an action', () => {
  test('a virtual machine is neither resized nor measured, and a container has no ports', () => {
    expect(allowedIn('resize', 'vm')).toEqual([])
    expect(allowedIn('stats', 'vm')).toEqual([])
    expect(allowedIn('openPort', 'container')).toEqual([])
    expect(allowedIn('closePort', 'container')).toEqual([])
  })

  test('a type nobody told us of is only asked for what every type can', () => {
    expect(
      actions.filter((action) => checkAction(action, { state: 'running', resource_type: 'pod' }).allowed),
    ).toEqual(['stop', 'rename', 'delete'])
  })
})

describe('a refusal says why, to a person', () => {
  test.each<[[Action, string, string?], string]>([
    [['stop', 'exited'], 'Only a running instance can be stopped; this one is stopped.'],
    [['stop', 'error'], 'Only a running instance can be stopped; this one is in error.'],
    [['restart', 'running'], 'Only a stopped instance can be restarted; this one is running.'],
    [
      ['resize', 'running', 'vm'],
      'A virtual machine cannot be resized; create a larger one and move the data.',
    ],
    [['resize', 'running', 'pod'], 'Only a container can be resized; this is a “pod”.'],
    [['resize', 'provisioning'], 'A container that is starting cannot be resized.'],
    [['delete', 'deleted'], 'This instance is already deleted.'],
    [['delete', 'deleting'], 'This instance is already being deleted.'],
    [['rename', 'deleting'], 'This instance is being deleted and can no longer be renamed.'],
    [
      ['openPort', 'running'],
      'Ports belong to virtual machines; this is a container and has no public address.',
    ],
    [['stats', 'running', 'vm'], 'Live usage is measured for containers only; this is a virtual machine.'],
    [['stats', 'exited'], 'Live usage is measured while a container runs; this one is stopped.'],
  ])('%j: %s', (asked, expected) => {
    expect(reason(...asked)).toBe(expected)
  })

  test('for every action, type and state', () => {
    for (const action of actions)
      for (const state of states)
        for (const type of ['vm', 'container', 'pod'])
          if (!checkAction(action, { state, resource_type: type }).allowed)
            expect(reason(action, state, type)).toMatch(/^[A-Z].*\.$/)
  })
})

test('where there is no room for a sentence, a refusal is at most three words', () => {
  for (const action of actions)
    for (const state of [...pageStates, ...liveStates])
      for (const type of ['vm', 'container']) {
        const instance = { uuid: 'u', state, resource_type: type }
        const reason = shortReason(action, instance)
        expect(reason === null).toBe(checkAction(action, instance).allowed)
        expect(reason?.split(' ').length ?? 0).toBeLessThanOrEqual(3)
      }
  const running = { state: 'running', resource_type: 'vm' }
  expect(shortReason('restart', running)).toBe('is running')
  expect(shortReason('resize', running)).toBe('containers only')
})

test('what an instance of a type can ever be asked for', () => {
  const ever = (type: string) => actions.filter((action) => isForType(action, type))
  expect(ever('vm')).toEqual(['stop', 'restart', 'rename', 'delete', 'openPort', 'closePort'])
  expect(ever('container')).toEqual(['stop', 'restart', 'resize', 'rename', 'delete', 'stats'])
  expect(ever('pod')).toEqual(['stop', 'restart', 'rename', 'delete'])
})

test('a stop, a restart and a delete start or end a bill', () => {
  expect([...actions, 'create', ''].filter(isBillingAction)).toEqual(['stop', 'restart', 'delete'])
})
