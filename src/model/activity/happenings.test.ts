import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'

import { happeningsOf } from './happenings.ts'
import type { Asked, Change, RecordEntry } from './record.ts'
import { startLimit, usualStart } from './usual-starts.ts'

const noon = Date.UTC(2026, 10, 25, 12)
const whom = { uuid: 'u1', name: 'rna-atlas' }
const environment = { flavor: 'marimo', resource_type: 'container', distro: null }
const size = { n_vcpus: 8, mem_gib: 32, disk_size_gib: 500 }

const did = (seconds: number, asked: Asked): RecordEntry => ({
  ...whom,
  at: noon + seconds * SECOND,
  kind: 'did',
  asked,
})
const saw = (seconds: number, change: Change, known?: number): RecordEntry => ({
  ...whom,
  at: noon + seconds * SECOND,
  kind: 'saw',
  change,
  environment,
  ...(known === undefined ? {} : { effect: { known: `${known}`, unknown: [] } }),
})
const state = (from: string, to: string): Change => ({ of: 'state', from, to })

const told = (entries: readonly RecordEntry[], now = noon + HOUR) =>
  happeningsOf(entries, now).map(({ title, kind, isOwn, isOpen, took, effect }) => ({
    title,
    kind,
    isOwn,
    isOpen,
    took,
    effect: effect?.known ?? null,
  }))

describe('an action and what came of it are one entry', () => {
  it('from the request to the state that it leads to', () => {
    expect(told([did(0, { action: 'stop' }), saw(12, state('running', 'exited'), -280)])).toEqual([
      { title: 'Stopped', kind: 'stopped', isOwn: true, isOpen: false, took: 12 * SECOND, effect: -280n },
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

  it('a deletion is told once, though the instance is listed as deleted for a while', () => {
    const entries = [
      did(0, { action: 'delete' }),
      saw(2, state('running', 'deleted'), -300),
      saw(60, { of: 'gone' }),
    ]
    expect(told(entries)).toMatchObject([{ title: 'Deleted', kind: 'deleted', effect: -300n }])
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

describe('hard cases', () => {
  const larger: Change = { of: 'size', from: size, to: { ...size, n_vcpus: 16 } }
  const title = '8 → 16\u00a0vCPU'

  it('a stop that is asked for again and again is one, and one asked for later is another', () => {
    const stop: Asked = { action: 'stop' }
    const end = saw(12, state('running', 'exited'), -280)
    expect(told([did(0, stop), did(3, stop), did(6, stop), end])).toMatchObject([
      { title: 'Stopped', took: 12 * SECOND },
    ])
    const later = saw(612, state('running', 'exited'), -280)
    expect(told([did(0, stop), did(600, stop), later]).map((one) => one.title)).toEqual([
      'Stopped',
      'Stop asked for',
    ])
  })

  it('stops with restarts between them are told one by one', () => {
    const rounds = [0, 100, 200].flatMap((from) => [
      did(from, { action: 'stop' }),
      saw(from + 12, state('running', 'exited'), -280),
      did(from + 50, { action: 'restart' }),
      saw(from + 52, state('exited', 'provisioning'), 280),
      saw(from + 90, state('provisioning', 'running')),
    ])
    const titles = told(rounds).map((one) => [one.title, one.took, one.effect])
    const round = [
      ['Restarted', 40 * SECOND, 280n],
      ['Stopped', 12 * SECOND, -280n],
    ]
    expect(titles).toEqual([...round, ...round, ...round])
  })

  it('a resize during a restart leaves both their own end, with a state of its own or without', () => {
    const start = [did(0, { action: 'restart' }), saw(1, state('exited', 'provisioning'), 280)]
    const plain = [
      ...start,
      did(5, { action: 'resize' }),
      saw(8, larger, 100),
      saw(40, state('provisioning', 'running')),
    ]
    expect(told(plain)).toMatchObject([
      { title, took: 3 * SECOND, effect: 100n, isOpen: false },
      { title: 'Restarted', took: 40 * SECOND, effect: 280n, isOpen: false },
    ])
    const slow = [
      ...start,
      did(5, { action: 'resize' }),
      saw(6, state('provisioning', 'resizing')),
      saw(6, larger, 100),
      saw(40, state('resizing', 'running')),
    ]
    expect(told(slow)).toMatchObject([
      { title, took: 35 * SECOND, effect: 100n, isOpen: false },
      { title: 'Restarted', took: 40 * SECOND, effect: 280n, isOpen: false },
    ])
  })

  it('a stop that ends a resize is done as well', () => {
    const entries = [
      did(0, { action: 'resize' }),
      saw(1, state('running', 'resizing')),
      did(2, { action: 'stop' }),
      saw(20, state('resizing', 'exited'), -280),
    ]
    expect(told(entries).map(({ isOpen }) => isOpen)).toEqual([false, false])
    expect(told(entries)[0]).toMatchObject({ title: 'Stopped', took: 18 * SECOND })
  })

  it('nothing goes on with what is gone', () => {
    const entries = [
      did(0, { action: 'resize' }),
      did(1, { action: 'openPort', port: 80 }),
      saw(9, { of: 'gone' }),
    ]
    expect(told(entries).filter(({ isOpen }) => isOpen)).toEqual([])
  })

  it('a deletion took as long as it took, and not until it left the list', () => {
    const entries = [
      did(0, { action: 'delete' }),
      saw(2, state('running', 'deleted'), -300),
      saw(60, { of: 'gone' }),
    ]
    expect(told(entries)).toMatchObject([{ took: 2 * SECOND, effect: -300n }])
  })

  it('ports that were asked for one by one and seen together are each done', () => {
    const entries = [
      did(0, { action: 'openPort', port: 80 }),
      did(1, { action: 'openPort', port: 443 }),
      saw(2, { of: 'ports', opened: [80, 443, 8080], closed: [] }),
    ]
    expect(told(entries).map((one) => [one.title, one.isOpen])).toEqual([
      ['Opened 8080', false],
      ['Opened 443', false],
      ['Opened 80', false],
    ])
  })

  it('a new name is the name of the entry', () => {
    const entries = [
      did(0, { action: 'rename', to: 'uno' }),
      { ...saw(1, { of: 'name', from: 'one', to: 'uno' }), name: 'uno' },
    ]
    expect(happeningsOf(entries, noon + HOUR)).toMatchObject([{ name: 'uno', title: 'Renamed from one' }])
  })

  it('what is asked for today is not what somebody asked for yesterday in vain', () => {
    const entries = [did(0, { action: 'resize' }), saw(24 * 3600, larger, 100)]
    expect(told(entries, noon + 25 * HOUR)).toMatchObject([
      { title, isOwn: false },
      { title: 'Resize asked for', isOpen: false },
    ])
  })

  it('a price whose unknown parts come and go again has none left, and one that changed nothing is none', () => {
    const gpu = (seconds: number, change: Change, known: string): RecordEntry => ({
      ...saw(seconds, change),
      effect: { known, unknown: ['gpu'] },
    })
    const made = gpu(1, { of: 'there', state: 'provisioning', size }, '300')
    expect(happeningsOf([made], noon + HOUR)).toMatchObject([{ effect: { known: 300n, unknown: ['gpu'] } }])
    const failed = [made, gpu(60, state('provisioning', 'error'), '-300')]
    expect(happeningsOf(failed, noon + HOUR)).toMatchObject([{ kind: 'failed', effect: null }])
  })

  it('how long it took is not known where nobody looked meanwhile', () => {
    const end = state('running', 'exited')
    const at = (seconds: number) => noon + seconds * SECOND
    const stop = did(0, { action: 'stop' })
    expect(told([stop, { ...saw(12, end), since: at(9) }])).toMatchObject([{ took: 12 * SECOND }])
    expect(told([stop, { ...saw(3600, end), since: at(2) }])).toMatchObject([
      { title: 'Stopped', took: null },
    ])
    const begun = { ...saw(900, state('exited', 'provisioning')), since: at(0) }
    expect(told([begun, { ...saw(910, state('provisioning', 'running')), since: at(908) }])).toMatchObject([
      { title: 'Restarted', took: null },
    ])
  })

  it('a change that two tabs told of is one, and the same change later is another', () => {
    const end = state('running', 'exited')
    const twice = [saw(5, end, -280), saw(7, end, -280), saw(8, state('exited', 'provisioning'), 280)]
    expect(told(twice)).toMatchObject([{ kind: 'started' }, { title: 'Stopped', effect: -280n }])
    expect(told([saw(0, end), saw(3600, end)])).toHaveLength(2)
    const port: Change = { of: 'ports', opened: [80], closed: [] }
    expect(told([saw(0, port), saw(1, { ...port, opened: [443] })])).toHaveLength(2)
  })

  it('a clock that is set back tells no negative time', () => {
    const entries = [did(100, { action: 'stop' }), saw(50, state('running', 'exited'))]
    for (const { took } of told(entries)) expect(took ?? 0).toBeGreaterThanOrEqual(0)
  })

  it('an account’s refusals at one moment have keys of their own, and no uuid that is empty', () => {
    const refused = { ...did(0, { action: 'create', refused: 422 }), uuid: '' }
    const all = happeningsOf([refused, refused, refused], noon)
    expect(new Set(all.map(({ key }) => key)).size).toBe(3)
    expect(all.map(({ uuid }) => uuid)).toEqual([null, null, null])
  })

  it('a bulk run of 50 is 50 entries', () => {
    const entries = Array.from({ length: 50 }, (_, index) => [
      { ...did(0, { action: 'stop' }), uuid: `u${index}`, name: `box-${index}` },
      { ...saw(10, state('running', 'exited'), -280), uuid: `u${index}`, name: `box-${index}` },
    ]).flat()
    expect(told(entries)).toHaveLength(50)
    expect(told(entries).every((one) => one.title === 'Stopped' && one.effect === -280n)).toBe(true)
  })

  it('2,000 lines are told as what happened, each once', () => {
    const lines = Array.from({ length: 400 }, (_, index) => [
      { ...did(index * 60, { action: 'restart' }), uuid: `u${index % 7}` },
      { ...saw(index * 60 + 1, state('exited', 'provisioning'), 280), uuid: `u${index % 7}` },
      { ...saw(index * 60 + 40, state('provisioning', 'running')), uuid: `u${index % 7}` },
      { ...did(index * 60 + 45, { action: 'stop' }), uuid: `u${index % 7}` },
      { ...saw(index * 60 + 50, state('running', 'exited'), -280), uuid: `u${index % 7}` },
    ]).flat()
    expect(happeningsOf(lines, noon + 24 * HOUR)).toHaveLength(800)
  })
})

it('entries of an earlier version keep their words', () => {
  const old: RecordEntry = { ...whom, at: noon, kind: 'did', text: 'you deleted it' }
  expect(told([old])).toMatchObject([{ title: 'You deleted it', kind: 'other', isOwn: true }])
})

describe('how long starts take', () => {
  const starts = (seconds: number[]) =>
    happeningsOf(
      seconds.flatMap((length, index) => [
        saw(index * 600, state('exited', 'provisioning')),
        saw(index * 600 + length, state('provisioning', 'running')),
        saw(index * 600 + 300, state('running', 'exited')),
      ]),
      noon + 240 * HOUR,
    )

  it('is known from three starts of the same environment on', () => {
    expect(usualStart(starts([40, 50]), environment)).toBeNull()
    expect(usualStart(starts([40, 60, 50]), environment)).toEqual({
      starts: [50 * SECOND, 60 * SECOND, 40 * SECOND],
      from: 40 * SECOND,
      to: 60 * SECOND,
      median: 50 * SECOND,
    })
    expect(usualStart(starts([40, 60, 50]), { ...environment, flavor: 'base' })).toBeNull()
  })

  it('is told by the last fourteen', () => {
    expect(
      usualStart(starts(Array.from({ length: 20 }, (_, index) => index + 1)), environment)?.starts,
    ).toHaveLength(14)
  })

  it('is overdue past three times the slowest usual one, never within two minutes, nor within ten where nothing is usual', () => {
    expect(startLimit(null)).toBe(10 * MINUTE)
    expect(startLimit(usualStart(starts([10, 20, 15]), environment))).toBe(2 * MINUTE)
    expect(startLimit(usualStart(starts([10, 60, 15]), environment))).toBe(3 * MINUTE)
  })
})
