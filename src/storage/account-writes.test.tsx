import { beforeEach, describe, expect, test, vi } from 'vitest'

import { atlas, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { observe } from '#model/ledger/observe.ts'

import { recallActivity, recordActivity, recordSightings } from './activity.ts'
import { noteForgotten } from './forgotten.ts'
import { createNameRecorder, storeNames } from './known-names.ts'
import { changeLedger, loadLedger } from './ledger.ts'
import { createLedgerRecorder } from './ledger-recorder.ts'
import { type MemoryDatabase, memoryDatabase, memoryKeyRange } from './memory-database.fixture.ts'
import { storeSamples } from './usage-samples.ts'

/** The database, and what its next work comes after: other work, or the time in the back/forward cache. */
const browser = vi.hoisted(() => ({
  database: null as MemoryDatabase | null,
  before: Promise.resolve<unknown>(null),
}))
vi.mock('./database.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  withDatabase: (work: (db: MemoryDatabase) => unknown, standIn: unknown) => {
    const done = browser.before.then(() => (browser.database === null ? standIn : work(browser.database)))
    browser.before = done
    return done
  },
}))

const rowsOf = (store: string) => browser.database?.rows(store) ?? []

beforeEach(() => {
  browser.database = memoryDatabase()
  browser.before = Promise.resolve(null)
  vi.stubGlobal('IDBKeyRange', memoryKeyRange)
})

/** Lets what is written from now on wait, until it is called. */
const hold = () => {
  let letGo = () => {}
  browser.before = new Promise((resolve) => {
    letGo = () => resolve(null)
  })
  return () => letGo()
}

const time = { now: start, isSure: true }
const { uuid, name } = atlas
const seen = { since: start, lookedAt: start, at: start }
const gone = { uuid, name, outcome: 'presence gone', change: { of: 'gone' } } as const
const sample = { at: start, cpu: 1, memUsed: 1, memTotal: 2, diskUsed: 1, diskTotal: 2 }
const entry = { uuid, name, at: start, kind: 'did', asked: { action: 'stop' } } as const
const writers = [
  ['ledger', () => changeLedger('c-1', time, (ledger) => observe(ledger, sighting(0, [atlas])))],
  ['activity', () => recordActivity('c-1', [entry])],
  ['activity', () => recordSightings('c-1', [gone], seen)],
  ['names', () => storeNames('c-1', { present: [atlas], gone: [], before: null }, start)],
  ['samples', () => storeSamples('c-1', [{ uuid, sample }], start)],
] as const

describe.each(writers)('what is written to the store of %s', (store, write) => {
  test('while its account is forgotten is not kept, and what is begun after that is', async () => {
    const letGo = hold()
    const written = write()
    noteForgotten('c-1')
    letGo()
    await written
    expect(rowsOf(store)).toEqual([])
    await write()
    expect(rowsOf(store)).not.toEqual([])
  })

  test('is kept while another account is forgotten', async () => {
    const letGo = hold()
    const written = write()
    noteForgotten('c-2')
    letGo()
    await written
    expect(rowsOf(store)).not.toEqual([])
  })
})

test('nor is it kept in memory where there is no database', async () => {
  browser.database = null
  const letGo = hold()
  const written = Promise.all(writers.map(([, write]) => write()))
  noteForgotten('c-1')
  letGo()
  await written
  expect(await recallActivity('c-1', start + 1)).toEqual([])
  expect((await loadLedger('c-1', start + 1)).instances.size).toBe(0)
})

test('a recorder that was there before writes nothing any more, and the next one does', async () => {
  const open = () => {
    const recorder = createLedgerRecorder('c-1', () => time)
    const names = createNameRecorder('c-1')
    return async () => {
      recorder.sight(sighting(0, [atlas]))
      names.read([atlas], start)
      names.flush()
      await browser.before
    }
  }
  const read = open()
  noteForgotten('c-1')
  await read()
  expect([rowsOf('ledger'), rowsOf('names')]).toEqual([[], []])
  expect(Object.keys(localStorage)).toEqual(['hatteras:forgotten'])

  await open()()
  expect(rowsOf('ledger')).not.toEqual([])
  expect(rowsOf('names')).toHaveLength(1)
  expect(Object.keys(localStorage)).toContain('hatteras:list-seen:c-1')
})
