import { describe, expect, it } from 'vitest'

import { HOUR, SECOND } from '#lib/time.ts'

import { happeningsOf } from './happenings.ts'
import { did, noon, saw, size, state, told } from './record.fixture.ts'
import type { Asked, Change, RecordEntry } from './record.ts'

describe('happenings that overlap, repeat or were not watched', () => {
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

describe('what was asked for and what was seen belong together', () => {
  const exited = state('running', 'exited')
  const titles = (...entries: RecordEntry[]) => told(entries).map((one) => one.title)

  it('where the reading came up to five seconds before the answer, and leads the same way', () => {
    expect(titles(saw(0, exited), did(5, { action: 'stop' }))).toEqual(['Stopped'])
    expect(titles(saw(0, exited), did(5.001, { action: 'stop' }))).toEqual(['Stopping', 'Stopped'])
    expect(titles(saw(0, exited), did(1, { action: 'restart' }))).toEqual(['Restarting', 'Stopped'])
    const ports = (opened: number[], closed: number[]): Change => ({ of: 'ports', opened, closed })
    expect(titles(saw(0, ports([443], [])), did(3, { action: 'openPort', port: 443 }))).toEqual([
      'Opened 443',
    ])
    expect(titles(saw(0, ports([], [443])), did(3, { action: 'closePort', port: 443 }))).toEqual([
      'Closed 443',
    ])
    expect(titles(saw(0, ports([], [443])), did(3, { action: 'openPort', port: 443 }))).toEqual([
      'Opening 443',
      'Closed 443',
    ])
  })

  it('where the same is asked for again within a minute', () => {
    expect(titles(did(0, { action: 'stop' }), did(60, { action: 'stop' }))).toHaveLength(1)
    expect(titles(did(0, { action: 'stop' }), did(60.001, { action: 'stop' }))).toHaveLength(2)
    expect(titles(did(0, { action: 'stop' }), did(3, { action: 'restart' }))).toEqual([
      'Restarting',
      'Stop asked for',
    ])
    const rename = (seconds: number, to: string) => did(seconds, { action: 'rename', to })
    expect(titles(rename(0, 'a'), rename(3, 'b'))).toEqual(['Renaming to b', 'Rename asked for'])
    expect(titles(did(0, { action: 'stop' }), saw(2, exited), did(4, { action: 'stop' }))).toHaveLength(2)
  })

  it('ports each by themselves, with what nobody asked for apart', () => {
    const change: Change = { of: 'ports', opened: [80], closed: [443, 8080] }
    expect(
      titles(
        did(0, { action: 'openPort', port: 80 }),
        did(1, { action: 'closePort', port: 443 }),
        saw(2, change),
      ),
    ).toEqual(['Closed 8080', 'Closed 443', 'Opened 80'])
  })

  it('a size and the state after it, if they come within five seconds of each other', () => {
    const resize = [
      did(0, { action: 'resize' }),
      saw(3, { of: 'size', from: size, to: { ...size, n_vcpus: 16 } }),
    ]
    expect(told([...resize, saw(8, state('resizing', 'running'))])).toMatchObject([{ took: 8 * SECOND }])
    expect(told([...resize, saw(8.001, state('resizing', 'running'))])).toHaveLength(2)
  })

  it('for six hours, and not any longer', () => {
    const late = (seconds: number) => titles(did(0, { action: 'stop' }), saw(seconds, exited))
    expect([late(6 * 3600 - 1).length, late(6 * 3600).length]).toEqual([1, 2])
    const asked = [did(0, { action: 'stop' })]
    expect(told(asked, noon + 6 * HOUR - 1)).toMatchObject([{ isOpen: true }])
    expect(told(asked, noon + 6 * HOUR)).toMatchObject([{ isOpen: false }])
  })

  it('in any order in which the lines are written', () => {
    const entries = [did(0, { action: 'stop' }), saw(12, exited), did(50, { action: 'restart' })]
    expect(told(entries.toReversed())).toEqual(told(entries))
  })
})

it('how long it took is known where the readings were close enough together, for its length', () => {
  const took = (seconds: number, gap: number) => {
    const end = { ...saw(seconds, state('running', 'exited')), since: noon + (seconds - gap) * SECOND }
    return told([did(0, { action: 'stop' }), end])[0]?.took ?? null
  }
  expect([took(40, 15), took(40, 15.001)]).toEqual([40 * SECOND, null])
  expect([took(400, 100), took(400, 100.001)]).toEqual([400 * SECOND, null])
  expect(took(0, 0)).toBeNull()
})

it('entries without a uuid are told apart by their names, and those that read alike by their number', () => {
  const refused = (uuid: string | null, name: string) => ({
    ...did(0, { action: 'create', refused: 422 }),
    uuid,
    name,
  })
  const all = happeningsOf([refused('', 'a'), refused(null, 'a'), refused('', 'b'), refused('u', 'a')], noon)
  const key = (who: string) => `${noon} ${who} failed Create refused (422)`
  expect(all.map((one) => one.key)).toEqual([key('a'), `${key('a')} 1`, key('b'), key('u')])
})
