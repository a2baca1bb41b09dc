import { describe, expect, test } from 'vitest'

import { titleOf, type TitledHappening } from './happening-title.ts'
import { environment, size, state } from './record.fixture.ts'
import type { Asked, Change, RecordedSize } from './record.ts'

const title = (happening: Partial<TitledHappening>): string =>
  titleOf({
    asked: null,
    changes: [],
    text: null,
    isFailure: false,
    isOpen: false,
    environment: null,
    ...happening,
  }).replaceAll('\u00a0', ' ')

const there = (of: string, made: RecordedSize = size): Change => ({ of: 'there', state: of, size: made })

describe('what was asked for', () => {
  test.each<[Asked, string, string, string, string]>([
    [{ action: 'create' }, 'Creating', 'Created', 'Create asked for', 'Create'],
    [{ action: 'stop' }, 'Stopping', 'Stopped', 'Stop asked for', 'Stop'],
    [{ action: 'restart' }, 'Restarting', 'Restarted', 'Restart asked for', 'Restart'],
    [{ action: 'resize' }, 'Resizing', 'Resized', 'Resize asked for', 'Resize'],
    [{ action: 'delete' }, 'Deleting', 'Deleted', 'Delete asked for', 'Delete'],
    [{ action: 'rename', to: 'uno' }, 'Renaming to uno', 'Renamed to uno', 'Rename asked for', 'Rename'],
    [{ action: 'openPort', port: 443 }, 'Opening 443', 'Opened 443', 'Open 443 asked for', 'Open 443'],
    [{ action: 'closePort', port: 80 }, 'Closing 80', 'Closed 80', 'Close 80 asked for', 'Close 80'],
    [{ action: 'format' }, 'format', 'format', 'format asked for', 'format'],
    [{ action: 'toString' }, 'toString', 'toString', 'toString asked for', 'toString'],
  ])('%j', (asked, going, done, inVain, noun) => {
    expect(title({ asked, isOpen: true })).toBe(going)
    expect(title({ asked, changes: [state('running', 'exited')] })).toBe(done)
    expect(title({ asked })).toBe(inVain)
    expect(title({ asked: { ...asked, refused: 422 } })).toBe(`${noun} refused (422)`)
    expect(title({ asked: { ...asked, refused: 0 } })).toBe(`${noun}: no answer`)
  })

  test('and failed says what it failed at, and whether it costs something', () => {
    const failed = (action: string, ...changes: Change[]) =>
      title({ asked: { action }, changes, isFailure: true })
    const toError = state('provisioning', 'error')
    expect(failed('create', there('provisioning'), toError)).toBe('Failed while starting, not billed')
    expect(failed('stop', state('running', 'unhealthy'))).toBe('Failed while stopping')
    expect(failed('restart', toError)).toBe('Failed while restarting, not billed')
    expect(failed('resize', toError)).toBe('Failed while being resized, not billed')
    expect(failed('rename', toError)).toBe('Failed while being renamed, not billed')
    expect(failed('delete', toError)).toBe('Failed while being deleted, not billed')
    expect(failed('openPort', toError)).toBe('Failed while a port was opened, not billed')
    expect(failed('closePort', toError)).toBe('Failed while a port was closed, not billed')
    expect(failed('format')).toBe('Failed while it changed')
    // The last error is the one it ended in.
    expect(failed('stop', toError, state('error', 'lost'))).toBe('Failed while stopping')
  })

  test('and whose answer was lost is told by what came of it', () => {
    const asked = { action: 'stop', refused: 0 }
    expect(title({ asked, changes: [state('running', 'exited')] })).toBe('Stopped')
  })
})

describe('what nobody here asked for', () => {
  test.each<[string, string, string]>([
    ['running', 'exited', 'Stopped'],
    ['exited', 'running', 'Restarted'],
    ['shut_off', 'running', 'Restarted'],
    ['provisioning', 'running', 'Running, was starting'],
    ['migrating', 'running', 'Running, was being moved'],
    ['running', 'idle', 'Running, was idle'],
    ['running', 'migrating', 'Migrating'],
    ['running', 'deleted', 'Deleted'],
    ['running', 'warming_up', 'Warming up'],
    ['running', 'error', 'Error, not billed'],
    ['running', 'unhealthy', 'Unhealthy'],
    ['resizing', 'error', 'Failed while being resized, not billed'],
    ['cloning', 'lost', 'Failed while being copied'],
  ])('from %s to %s', (from, to, text) => {
    expect(title({ changes: [state(from, to)] })).toBe(text)
    expect(title({ changes: [state(from, to)], isFailure: true })).toBe(text)
  })

  test('is told from the beginning of its first step to the end of its last, and by the last while it goes on', () => {
    const steps = [state('exited', 'provisioning'), state('provisioning', 'running')]
    expect(title({ changes: steps })).toBe('Restarted')
    expect(title({ changes: steps.slice(0, 1), isOpen: true })).toBe('Starting')
    expect(title({ changes: [...steps, state('running', 'resizing')], isOpen: true })).toBe('Resizing')
    expect(title({ changes: [state('running', 'deleted'), { of: 'gone' }] })).toBe('Gone from the account')
    expect(title({ changes: [{ of: 'gone' }, state('exited', 'running')] })).toBe('Restarted')
  })

  test('a failure is named by its error, or else by the last that was seen', () => {
    const error = state('provisioning', 'error')
    expect(title({ changes: [error, { of: 'gone' }], isFailure: true })).toBe(
      'Failed while starting, not billed',
    )
    expect(title({ changes: [{ of: 'gone' }], isFailure: true })).toBe('Gone from the account')
    expect(title({ changes: [there('error')], isFailure: true })).toBe('Appeared · 8 vCPU, 32 GiB')
    expect(title({ isFailure: true })).toBe('')
    expect(title({})).toBe('')
  })

  test.each<[number[], number[], string]>([
    [[443], [], 'Opened 443'],
    [[80, 443], [], 'Opened 80, 443'],
    [[], [80], 'Closed 80'],
    [[443], [80, 8080], 'Opened 443, Closed 80, 8080'],
  ])('ports %j opened, %j closed', (opened, closed, text) => {
    expect(title({ changes: [{ of: 'ports', opened, closed }] })).toBe(text)
  })
})

test('a new instance says what it is, as far as that is known', () => {
  const asked = { action: 'create' }
  const all = 'Marimo, 8 vCPU, 32 GiB'
  const running = state('provisioning', 'running')
  expect(title({ changes: [there('provisioning')], environment })).toBe(`Created · ${all}`)
  expect(title({ changes: [there('provisioning')], environment, isFailure: true })).toBe(`Created · ${all}`)
  expect(title({ changes: [there('provisioning'), running], environment })).toBe(
    `Created and running · ${all}`,
  )
  expect(title({ asked, changes: [there('running')], environment })).toBe(`Created and running · ${all}`)
  // It may be any age.
  expect(title({ changes: [there('running')], environment })).toBe(`Appeared · ${all}`)
  const nothing = { n_vcpus: null, mem_gib: null, disk_size_gib: 500 }
  expect(title({ changes: [there('exited', nothing)] })).toBe('Appeared')
  expect(title({ changes: [there('provisioning', { ...nothing, n_vcpus: 1200 })] })).toBe(
    'Created · 1,200 vCPU',
  )
  expect(title({ changes: [there('provisioning', { ...nothing, mem_gib: 0.5 })] })).toBe('Created · 0.5 GiB')
})

test('a size and a name say what changed, whatever else came with it', () => {
  const resized = (to: Partial<RecordedSize>): Change => ({
    of: 'size',
    from: size,
    to: { ...size, ...to },
  })
  const asked = { action: 'resize' }
  expect(title({ asked, changes: [state('running', 'resizing'), resized({ n_vcpus: 16 })] })).toBe(
    '8 → 16 vCPU',
  )
  expect(title({ changes: [resized({ mem_gib: 64, disk_size_gib: 1000 })] })).toBe(
    '32 → 64 GiB, 500 → 1,000 GiB disk',
  )
  expect(title({ changes: [resized({ n_vcpus: null, mem_gib: null, disk_size_gib: null })] })).toBe('')
  const unknown = { n_vcpus: null, mem_gib: null, disk_size_gib: null }
  expect(title({ changes: [{ of: 'size', from: unknown, to: size }] })).toBe(
    '? → 8 vCPU, ? → 32 GiB, ? → 500 GiB disk',
  )
  expect(
    title({ asked: { action: 'rename', to: 'uno' }, changes: [{ of: 'name', from: 'one', to: 'uno' }] }),
  ).toBe('Renamed from one')
})

test('the words of an entry from before there was more to tell begin with a capital', () => {
  expect(title({ text: 'you deleted it', asked: { action: 'stop' } })).toBe('You deleted it')
  expect(title({ text: '' })).toBe('')
})
