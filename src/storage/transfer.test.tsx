import { beforeEach, expect, test, vi } from 'vitest'

import { start } from '#model/ledger/ledger.fixture.ts'

import { noteForgotten, watchForgetting } from './forgotten.ts'
import { type MemoryDatabase, memoryDatabase, memoryKeyRange } from './memory-database.fixture.ts'
import { importStored } from './transfer.ts'
import { readSettings } from './transfer-settings.ts'

const browser = vi.hoisted(() => ({
  database: null as MemoryDatabase | null,
  /** What happens between the look at the database and the first answer of a transaction. */
  meanwhile: () => {},
}))
vi.mock('./database.ts', async (original) => ({
  ...(await original<Record<string, unknown>>()),
  withDatabase: async (work: (db: MemoryDatabase | null) => unknown) => {
    const done = work(browser.database)
    browser.meanwhile()
    return done
  },
}))

beforeEach(() => {
  browser.database = memoryDatabase()
  browser.meanwhile = () => {}
  vi.stubGlobal('IDBKeyRange', memoryKeyRange)
})

const rowsOf = (connection: string) => {
  const at = start
  const sample = { at, cpu: 1, memUsed: 1, memTotal: 2, diskUsed: 1, diskTotal: 2 }
  const name = { connection, uuid: 'u', name: 'gateway', formerNames: [], seenAt: at }
  return {
    samples: [{ connection, uuid: 'u', ...sample }],
    names: [name],
    activity: [
      { connection, id: 'a', at, uuid: 'u', name: 'gateway', kind: 'did', asked: { action: 'stop' } },
    ],
    ledger: [{ connection, kind: 'later', id: '1' }],
    quarantine: [{ from: 'names', at, row: { ...name, seenAt: 'never' } }],
    forecasts: [{ connection, of: 'tomorrow' }],
  }
}
const settingsOf = (connection: string) => ({
  [`marks:${connection}`]: [['u', { locked: false, note: 'a note', tags: [] }]],
  [`recipes:${connection}`]: [{ name: 'a recipe', search: 'name=x' }],
})
const stores = ['samples', 'names', 'activity', 'ledger', 'quarantine'] as const
const file = (() => {
  const [mine, other] = [rowsOf('c-1'), rowsOf('c-2')]
  const names = [...stores, 'forecasts'] as const
  const database = Object.fromEntries(names.map((name) => [name, [...mine[name], ...other[name]]]))
  const settings = { ...settingsOf('c-1'), ...settingsOf('c-2') }
  return JSON.stringify({ app: 'hatteras', format: 1, settings, database })
})()

const isOf = (connection: string) => (row: unknown) => JSON.stringify(row).includes(connection)
/** Of each account, how many rows and settings this browser has. */
const counts = () =>
  ['c-1', 'c-2'].map((connection) => [
    stores.flatMap((store) => browser.database?.rows(store) ?? []).filter(isOf(connection)).length,
    Object.keys(localStorage).filter((name) => name.endsWith(`:${connection}`)).length,
  ])

test('an import takes in every account of its file', async () => {
  await importStored(file, 'c-1', start + 1)
  expect(counts()).toEqual([
    [6, 2],
    [6, 2],
  ])
})

test('of an account that was forgotten since the import was asked for it takes nothing', async () => {
  const isForgotten = watchForgetting()
  noteForgotten('c-1')
  await importStored(file, 'c-1', start + 1, { isForgotten })
  expect(counts()).toEqual([
    [0, 0],
    [6, 2],
  ])
})

test('nor where it is forgotten while the import waits for its turn', async () => {
  browser.meanwhile = () => noteForgotten('c-1')
  await importStored(file, 'c-1', start + 1)
  expect(counts()).toEqual([
    [0, 0],
    [6, 2],
  ])
})

test('what is kept by account is taken in for an account only: a list of nobody’s public keys is not', async () => {
  const keys = ['ssh-ed25519 AAAA mallory@evil']
  const settings = { 'public-keys': keys, 'public-keys:': keys, 'public-keys:c-1': keys, 'shell:c-1': 'bash' }
  await importStored(JSON.stringify({ app: 'hatteras', format: 1, settings, database: {} }), 'c-1', start)
  expect(Object.keys(localStorage).filter((name) => /keys|shell/.test(name))).toEqual([
    'hatteras:public-keys:c-1',
  ])
})

test('nor is one of those written into a file', () => {
  for (const name of ['public-keys', 'public-keys:c-1'])
    localStorage.setItem(`hatteras:${name}`, '["ssh-rsa AAAA"]')
  expect(Object.keys(readSettings())).toEqual(['public-keys:c-1'])
})
