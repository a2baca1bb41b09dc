import { describe, expect, test } from 'vitest'

import type { Instance } from '#contract/instance.ts'
import { SECOND } from '#lib/time.ts'

import { atlas, ledgerOf, sighting, start } from './ledger.fixture.ts'
import { EARLIEST, emptyLedger, type Ledger, OBSERVED_LIMIT } from './ledger.ts'
import { type AcceptedAction, observe, observeActions } from './observe.ts'

const stopped = { ...atlas, state: 'exited' }
const dearer = { ...atlas, vcpu_cost_hourly_usd: 0.03 }

/** A look so many seconds after the start. */
const look = (seconds: number, ...instances: Instance[]) => sighting(seconds * SECOND, instances)
const accepted = (ledger: Ledger, action: AcceptedAction['action'], seconds: number, instance = atlas) =>
  observeActions(ledger, [{ action, instance, at: start + seconds * SECOND }])

const seconds = (at: number | null) => (at === null ? null : (at - start) / SECOND)
const words = new Map([
  [560_000_000n, 'running'],
  [800_000_000n, 'dearer'],
  [0n, 'stopped'],
])
/** What is taken down of an instance: from when on, after when, and what. */
const record = (ledger: Ledger, uuid = 'atlas') =>
  ledger.instances.get(uuid)?.entries.map(({ at, after, facts, awaited }) => {
    const word = facts === null ? 'gone' : (words.get(facts.now.compute) ?? String(facts.now.compute))
    return [seconds(at), seconds(after), awaited ? `${word}, awaited` : word]
  })

describe('a look that comes late, as from another tab', () => {
  const ledger = ledgerOf([look(0, atlas), look(60, atlas), look(120, stopped)])
  const first = [0, null, 'running']

  test.each([
    ['shows what was before: it was so until then', look(90, atlas), [first, [120, 90, 'stopped']]],
    ['shows what is after: it was so from then on', look(90, stopped), [first, [90, 60, 'stopped']]],
  ])('between the two looks of a change, and %s', (_, seen, expected) => {
    expect(record(observe(ledger, seen))).toEqual(expected)
  })

  test.each([
    ['that fits to neither side of a change', look(90, dearer)],
    ['that contradicts the look of the same instant', look(60, stopped)],
    ['that contradicts one after it', look(30, stopped)],
    ['that contradicts the newest', look(120, atlas)],
    ['of before the present watch', sighting(-SECOND, [stopped])],
  ])('%s is let go', (_, seen) => {
    expect(record(observe(ledger, seen))).toEqual([first, [120, 60, 'stopped']])
  })

  test('does not bring what the newest look no longer has', () => {
    expect(record(observe(ledger, look(90, atlas, { ...atlas, uuid: 'other' })), 'other')).toBeUndefined()
  })

  test('leaves the name as the newest look has it', () => {
    const renamed = observe(ledger, look(180, { ...stopped, name: 'new' }))
    expect(renamed.instances.get('atlas')?.name).toBe('new')
    expect(observe(renamed, look(90, { ...atlas, name: 'old' })).instances.get('atlas')?.name).toBe('new')
  })

  test('narrows a change down with the very object that the newest look has', () => {
    const shared = ledgerOf([look(0, atlas), look(120, stopped)])
    expect(record(observe(shared, look(60, stopped)))).toEqual([first, [60, 0, 'stopped']])
  })
})

describe('two looks of one instant', () => {
  test('add what only the second shows, and a change since a look before', () => {
    const other = { ...atlas, uuid: 'other' }
    expect(record(ledgerOf([look(0, atlas), look(0, atlas, other)]), 'other')).toEqual([[0, 0, 'running']])
    expect(record(ledgerOf([look(0, atlas), look(60, atlas), look(60, stopped)]))).toEqual([
      [0, null, 'running'],
      [60, 60, 'stopped'],
    ])
  })

  test('leave what the first says of the beginning', () => {
    expect(record(ledgerOf([look(0, atlas), look(0, stopped)]))).toEqual([[0, null, 'running']])
  })
})

describe('a look that tells nothing new', () => {
  const gone = { ...atlas, uuid: 'gone' }
  const ledger = ledgerOf([look(0, atlas, gone), look(60, atlas)])

  test('leaves the ledger the same object at the same instant, and its records later', () => {
    expect(observe(ledger, look(60, structuredClone(atlas)))).toBe(ledger)
    expect(observe(ledger, look(120, structuredClone(atlas))).instances).toBe(ledger.instances)
    expect(observe(ledger, look(120, atlas)).instances).toBe(ledger.instances)
  })

  test('is not that with a new name, or once the service says when it was created', () => {
    const unborn = { ...atlas, created_at: null }
    const told = ledgerOf([look(0, unborn), look(60, { ...atlas, name: 'new' })])
    expect(told.instances.get('atlas')).toMatchObject({ name: 'new', created: start })
    const renamed = ledgerOf([look(0, atlas), look(60, { ...atlas, name: 'new' })])
    expect(renamed.instances.get('atlas')?.name).toBe('new')
    const dated = ledgerOf([look(0, unborn), look(60, structuredClone(atlas))])
    expect(dated.instances.get('atlas')?.created).toBe(start)
  })

  test.each([
    ['1970-01-01T00:00:00Z', null],
    ['2014-12-31T23:59:59Z', null],
    ['2015-01-01T00:00:00Z', EARLIEST],
    ['soon', null],
  ])('a creation at %s is taken down as %s', (created_at, created) => {
    expect(ledgerOf([look(0, { ...atlas, created_at })]).instances.get('atlas')?.created).toBe(created)
  })
})

test('an instance that the list shows as deleted is gone, and one that was never seen otherwise is not taken down', () => {
  const deleted = { ...atlas, state: 'deleted' }
  expect(record(ledgerOf([look(0, atlas), look(60, deleted)]))).toEqual([
    [0, null, 'running'],
    [60, 0, 'gone'],
  ])
  expect(observe(emptyLedger, look(0, deleted)).instances.size).toBe(0)
})

describe('an accepted action', () => {
  const ledger = ledgerOf([look(0, atlas), look(60, stopped)])
  const before = [
    [0, null, 'running'],
    [60, 0, 'stopped'],
  ]
  const restarted = accepted(ledger, 'restart', 100, stopped)

  test('holds from its instant, awaited until the list shows it', () => {
    expect(record(restarted)).toEqual([...before, [100, 100, 'running, awaited']])
    expect(record(observe(restarted, look(110, stopped)))).toEqual([
      ...before,
      [100, 100, 'running, awaited'],
    ])
    expect(record(observe(restarted, look(110, atlas)))).toEqual([...before, [100, 100, 'running']])
  })

  test('counts for five minutes while the list shows what was before, with the very same object too, and not a moment longer', () => {
    const late = 100 + OBSERVED_LIMIT / SECOND
    const lagging = ledgerOf([look(110, stopped), look(late, stopped)], restarted)
    expect(record(lagging)).toEqual([...before, [100, 100, 'running, awaited']])
    expect(record(observe(lagging, look(late + 0.001, stopped)))).toEqual(before)
  })

  test('that a look of just before it shows already is awaited until the next one', () => {
    const early = observe(restarted, look(90, atlas))
    expect(record(early)).toEqual([...before, [100, 100, 'running, awaited']])
    expect(record(observe(early, look(110, atlas)))).toEqual([...before, [100, 100, 'running']])
  })

  test('that changes nothing, or is no later than the last change, leaves the ledger the same object', () => {
    expect(accepted(ledger, 'stop', 100, atlas)).toBe(ledger)
    expect(accepted(ledger, 'restart', 60, stopped)).toBe(ledger)
    expect(accepted(ledger, 'restart', 30, stopped)).toBe(ledger)
  })

  test('is followed by a change that is neither, from the action on', () => {
    expect(record(observe(restarted, look(110, dearer)))).toEqual([
      ...before,
      [100, 100, 'running, awaited'],
      [110, 100, 'dearer'],
    ])
  })
})
