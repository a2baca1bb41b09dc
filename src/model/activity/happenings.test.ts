import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { happeningsOf } from './happenings.ts'
import { did, noon, saw, size, state, told, whom } from './record.fixture.ts'
import type { Change, RecordEntry } from './record.ts'

describe('an action and what came of it are one entry', () => {
  it('from the request to the state that it leads to', () => {
    expect(told([did(0, { action: 'stop' }), saw(12, state('running', 'exited'), -280)])).toEqual([
      { title: 'Stopped', kind: 'stopped', isOwn: true, isOpen: false, took: 12 * SECOND, effect: -280n },
    ])
  })

  it('also where it was told as refused before a reading showed it', () => {
    const entries = [
      did(0, { action: 'stop', refused: 400 }),
      saw(8, state('running', 'exited'), -280),
      did(0, { action: 'stop' }),
    ]
    expect(told(entries)).toMatchObject([{ title: 'Stopped', isOwn: true, took: 8 * SECOND }])
    const others = [did(0, { action: 'restart', refused: 400 }), did(5, { action: 'stop', refused: 400 })]
    expect(told([...entries, ...others]).map(({ title }) => title)).toEqual([
      'Stop refused (400)',
      'Stopped',
      'Restart refused (400)',
    ])
  })

  it('with the states on the way, and their prices added up', () => {
    const entries = [
      did(0, { action: 'create', prefill: 'atlas-data/experiments' }),
      saw(1, { of: 'there', state: 'provisioning', size }, 300),
      saw(39, state('provisioning', 'running'), 30),
    ]
    const [made, ...others] = happeningsOf(entries, noon + HOUR)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      title: 'Created and running · Marimo, 8\u00a0vCPU, 32\u00a0GiB',
      kind: 'created',
      isOwn: true,
      took: 39 * SECOND,
      effect: { known: 330n },
      prefill: 'atlas-data/experiments',
    })
  })

  it('also where the reading was written before the answer', () => {
    expect(told([saw(0, state('running', 'exited'), -280), did(0.05, { action: 'stop' })])).toHaveLength(1)
    const made = told([saw(0, { of: 'there', state: 'provisioning', size }), did(1, { action: 'create' })])
    expect(made).toMatchObject([{ kind: 'created', isOwn: true, isOpen: true }])
  })

  it('a resize says what changed, whether or not a state comes with it', () => {
    const change: Change = { of: 'size', from: size, to: { ...size, n_vcpus: 16, mem_gib: 64 } }
    const title = '8 → 16\u00a0vCPU, 32 → 64\u00a0GiB'
    expect(told([did(0, { action: 'resize' }), saw(3, change, 280)])).toMatchObject([
      { title, took: 3 * SECOND, effect: 280n },
    ])
    const slowly = [
      did(0, { action: 'resize' }),
      saw(1, state('running', 'resizing')),
      saw(1, change, 280),
      saw(75, state('resizing', 'running')),
    ]
    expect(told(slowly)).toMatchObject([{ title, took: 75 * SECOND, isOpen: false }])
    expect(told(slowly.slice(1))).toMatchObject([{ title, isOwn: false }])
  })

  it('ports and names too', () => {
    const entries = [
      did(0, { action: 'openPort', port: 443 }),
      saw(1, { of: 'ports', opened: [443], closed: [] }),
      did(10, { action: 'rename', to: 'uno' }),
      saw(11, { of: 'name', from: 'one', to: 'uno' }),
    ]
    expect(told(entries).map(({ title }) => title)).toEqual(['Renamed from one', 'Opened 443'])
  })

  it('a rename stands under the new name, which leads to the instance', () => {
    const entries = [
      { ...did(0, { action: 'rename', to: 'uno' }), name: 'one' },
      { ...saw(1, { of: 'name', from: 'one', to: 'uno' }), name: 'uno' },
    ]
    expect(happeningsOf(entries, noon + HOUR)).toMatchObject([{ name: 'uno', title: 'Renamed from one' }])
  })

  it('ends in failure where the state says so', () => {
    const entries = [
      did(0, { action: 'create' }),
      saw(1, { of: 'there', state: 'provisioning', size }),
      saw(112, state('provisioning', 'error')),
    ]
    expect(told(entries)).toMatchObject([
      { title: 'Failed while starting, not billed', kind: 'failed', took: 112 * SECOND },
    ])
  })

  it('a deletion is told once and took as long as it took, though the instance is listed as deleted for a while', () => {
    const entries = [
      did(0, { action: 'delete' }),
      saw(2, state('running', 'deleted'), -300),
      saw(60, { of: 'gone' }),
    ]
    expect(told(entries)).toMatchObject([
      { title: 'Deleted', kind: 'deleted', took: 2 * SECOND, effect: -300n },
    ])
  })
})

describe('what nobody here asked for', () => {
  it('is told by its steps as one', () => {
    const entries = [saw(0, state('exited', 'provisioning')), saw(41, state('provisioning', 'running'), 280)]
    expect(told(entries)).toMatchObject([
      { title: 'Restarted', kind: 'started', isOwn: false, took: 41 * SECOND },
    ])
  })

  it('and a later change of its own', () => {
    const entries = [saw(0, state('running', 'exited')), saw(60, state('exited', 'running'))]
    expect(told(entries).map(({ title }) => title)).toEqual(['Restarted', 'Stopped'])
  })

  it('an error is a failure', () => {
    expect(told([saw(0, state('running', 'unhealthy'))])).toMatchObject([
      { title: 'Unhealthy', kind: 'failed' },
    ])
  })
})

describe('what did not come about', () => {
  it('goes on, and is given up after a while', () => {
    const asked = [did(0, { action: 'stop' })]
    expect(told(asked, noon + MINUTE)).toMatchObject([{ title: 'Stopping', isOpen: true }])
    expect(told(asked, noon + 24 * HOUR)).toMatchObject([{ title: 'Stop asked for', isOpen: false }])
  })

  it('one whose answer was lost says so, unless what came of it was seen', () => {
    const lost = did(0, { action: 'stop', refused: 0 })
    expect(told([lost])).toMatchObject([{ title: 'Stop: no answer', kind: 'failed', isOpen: false }])
    expect(told([lost, saw(9, state('running', 'exited'), -280)])).toMatchObject([
      { title: 'Stopped', kind: 'stopped', isOwn: true, took: 9 * SECOND },
    ])
  })

  it('a refusal says so', () => {
    expect(told([did(0, { action: 'restart', refused: 422 })])).toMatchObject([
      { title: 'Restart refused (422)', kind: 'failed', isOpen: false },
    ])
  })
})
it('entries of an earlier version keep their words', () => {
  const old: RecordEntry = { ...whom, at: noon, kind: 'did', text: 'you deleted it' }
  expect(told([old])).toMatchObject([
    { title: 'You deleted it', kind: 'other', isOwn: true, isOpen: false, took: null },
  ])
})
