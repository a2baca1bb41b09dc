import { beforeEach, expect, test, vi } from 'vitest'

import { memoryStore } from '#lib/text-store.ts'
import { MINUTE, SECOND } from '#lib/time.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import { statesSchema } from '#storage/notified.ts'
import { createStored } from '#storage/stored-value.ts'

import { createStateAlerts } from './state-alerts.ts'

const lists = (state: string) => [anInstance({ uuid: 'one', state }), anInstance({ uuid: 'two' })]

/** Tabs of one browser: each has a teller of its own, and they share what is stored. */
const setUp = () => {
  const store = memoryStore()
  let now = 1_000_000
  const tab = () => {
    const stored = createStored({ name: 'told', schema: statesSchema, fallback: null, store })
    const news = createStateAlerts(stored, () => now)
    return (state: string, readAt = now) => news(lists(state), readAt).map(({ title }) => title)
  }
  return { tab, pass: (ms: number) => (now += ms), now: () => now }
}

beforeEach(() => {
  vi.stubGlobal('addEventListener', vi.fn<typeof globalThis.addEventListener>())
  return () => vi.unstubAllGlobals()
})

test('a first list tells nothing, a change is told once', () => {
  const { tab, pass } = setUp()
  const read = tab()
  expect(read('running')).toEqual([])
  pass(10 * SECOND)
  expect(read('shut_off')).toEqual(['dev-server has stopped'])
  expect(read('shut_off')).toEqual([])
})

test('a tab that takes over tells what nobody has told of, and nothing twice', () => {
  const { tab, pass, now } = setUp()
  const before = tab()
  before('running')
  pass(10 * SECOND)
  const readBefore = now()
  // It stops, and the tab that told so far is taken over before it reads that.
  const after = tab()
  expect(after('shut_off')).toEqual(['dev-server has stopped'])
  expect(before('shut_off')).toEqual([])

  pass(10 * SECOND)
  expect(before('running')).toEqual(['dev-server is running'])
  const third = tab()
  // What it read before it took over is older than what was told.
  expect(third('shut_off', readBefore)).toEqual([])
  expect(third('running')).toEqual([])
})

test('what was told long ago is no beginning; a tab that goes on looking keeps it fresh', () => {
  const { tab, pass } = setUp()
  const read = tab()
  for (let minute = 0; minute < 10; minute += 1) {
    read('running')
    pass(MINUTE)
  }
  const next = tab()
  expect(next('shut_off')).toEqual(['dev-server has stopped'])
  pass(10 * MINUTE)
  expect(tab()('running')).toEqual([])
})
