import { describe, expect, test } from 'vitest'

import {
  aspectOf,
  aspectOfChange,
  type HappeningKind,
  isPassing,
  kindOfAction,
  kindOfChange,
  type Meaning,
  meaningOf,
} from './kinds.ts'
import { size, state } from './record.fixture.ts'
import type { Change } from './record.ts'

const there = (of: string): Change => ({ of: 'there', state: of, size })
const gone: Change = { of: 'gone' }
const renamed: Change = { of: 'name', from: 'one', to: 'uno' }
const resized: Change = { of: 'size', from: size, to: { ...size, n_vcpus: 16 } }
const opened: Change = { of: 'ports', opened: [80], closed: [] }

test.each<[string, HappeningKind]>([
  ['create', 'created'],
  ['restart', 'started'],
  ['stop', 'stopped'],
  ['resize', 'resized'],
  ['rename', 'renamed'],
  ['openPort', 'ports'],
  ['closePort', 'ports'],
  ['delete', 'deleted'],
  ['format', 'other'],
  ['toString', 'other'],
])('what somebody asked for by %s is %s', (action, kind) => {
  expect(kindOfAction(action)).toBe(kind)
})

test.each<[Change, HappeningKind, string, boolean]>([
  [state('exited', 'provisioning'), 'started', 'run', true],
  [state('exited', 'running'), 'started', 'run', false],
  [state('running', 'idle'), 'started', 'run', false],
  [state('running', 'exited'), 'stopped', 'run', false],
  [state('running', 'deleting'), 'deleted', 'run', true],
  [state('running', 'deleted'), 'deleted', 'run', false],
  [state('running', 'resizing'), 'resized', 'resized', true],
  [state('resizing', 'running'), 'started', 'resized', false],
  [state('running', 'migrating'), 'other', 'run', true],
  [state('running', 'warming_up'), 'other', 'run', false],
  [state('running', 'lost'), 'failed', 'run', false],
  [there('provisioning'), 'created', 'run', true],
  [there('running'), 'created', 'run', false],
  [there('error'), 'failed', 'run', false],
  [gone, 'deleted', 'run', false],
  [renamed, 'renamed', 'renamed', false],
  [resized, 'resized', 'resized', false],
  [opened, 'ports', 'port ', false],
])('%j is %s, of the aspect %j, and passes: %s', (change, kind, aspect, passes) => {
  expect(kindOfChange(change)).toBe(kind)
  expect(aspectOfChange(change)).toBe(aspect)
  expect(isPassing(change)).toBe(passes)
})

test('each port is an aspect of its own', () => {
  expect(aspectOf('ports', { action: 'openPort', port: 443 })).toBe('port 443')
  expect(aspectOf('stopped', { action: 'stop' })).toBe('run')
})

describe('what a change does to what is going on', () => {
  const kinds = ['created', 'started', 'stopped', 'resized', 'renamed', 'deleted', 'other'] as const
  const meanings = (change: Change, before: Change[] = []): (Meaning | null)[] =>
    kinds.map((kind) => meaningOf(kind, before, change))

  test.each<[string, (Meaning | null)[]]>([
    ['provisioning', ['middle', 'middle', 'middle', 'middle', 'middle', 'middle', 'middle']],
    ['deleting', [null, null, null, null, null, 'middle', null]],
    ['running', ['end', 'end', null, 'end', 'end', null, 'end']],
    ['exited', [null, null, 'end', 'end', 'end', null, 'end']],
    ['deleted', [null, null, null, null, null, 'end', null]],
    ['error', ['failure', 'failure', 'failure', 'failure', 'failure', 'failure', 'failure']],
    ['warming_up', [null, null, null, 'end', 'end', null, 'end']],
  ])('by the state %s', (to, expected) => {
    expect(meanings(state('migrating', to))).toEqual(expected)
  })

  test('by being there only a create goes on, and by being gone only a delete ends', () => {
    expect(meanings(there('provisioning'))).toEqual(['middle', null, null, null, null, null, null])
    expect(meanings(there('running'))).toEqual(['end', null, null, null, null, null, null])
    expect(meanings(gone)).toEqual([null, null, null, null, null, 'end', null])
  })

  test('by another size a resize ends, but for one that still passes through a state', () => {
    expect(meaningOf('resized', [], resized)).toBe('end')
    expect(meaningOf('resized', [state('running', 'resizing')], resized)).toBe('middle')
    const back = [state('running', 'resizing'), state('resizing', 'running'), renamed]
    expect(meaningOf('resized', back, resized)).toBe('end')
    expect([meaningOf('renamed', [], renamed), meaningOf('ports', [], opened)]).toEqual(['end', 'end'])
  })
})
