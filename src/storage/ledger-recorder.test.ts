import { expect, test } from 'vitest'

import { MINUTE, SECOND } from '#lib/time.ts'
import { ledgerTotals } from '#model/ledger/totals.ts'
import { atlas, ledgerOf, sighting, start } from '#model/ledger/ledger.fixture.ts'
import { emptyLedger, lastSeen } from '#model/ledger/ledger.ts'

import { createLedgerRecorder } from './ledger-recorder.ts'

const stopped = { ...atlas, state: 'exited' }

/** One store, the tabs on it, and their clock. */
const openBrowser = () => {
  let now = start
  let stored = emptyLedger
  let writes = 0
  const tab = () =>
    createLedgerRecorder(
      'mine',
      () => ({ now, isSure: true }),
      (_connection, _time, change) => {
        stored = change(stored)
        writes += 1
        return Promise.resolve(stored)
      },
    )
  return {
    tab,
    at: (offset: number) => {
      now = start + offset
    },
    stored: () => stored,
    writes: () => writes,
  }
}

test('writes at the first sighting, at changes, and once a minute between', async () => {
  const browser = openBrowser()
  const tab = browser.tab()
  for (let offset = 0; offset < 10 * MINUTE; offset += 10 * SECOND) {
    browser.at(offset)
    tab.sight(sighting(offset, [offset < 5 * MINUTE ? atlas : stopped]))
    await Promise.resolve()
  }
  expect(browser.writes()).toBeLessThanOrEqual(12)
  tab.flush()
  const expected = Array.from({ length: 60 }, (_, index) =>
    sighting(index * 10 * SECOND, [index < 30 ? atlas : stopped]),
  )
  expect(browser.stored()).toEqual(ledgerOf(expected))
})

test('a page that is hidden loses nothing, one that is killed a minute at most', async () => {
  const browser = openBrowser()
  const tab = browser.tab()
  for (const offset of [0, 10, 20, 30, 40]) {
    browser.at(offset * SECOND)
    tab.sight(sighting(offset * SECOND, [atlas]))
    await Promise.resolve()
  }
  expect(lastSeen(browser.stored())).toBe(start)
  tab.flush()
  expect(lastSeen(browser.stored())).toBe(start + 40 * SECOND)
})

test('five tabs count what they see once, and one tab’s action is not undone by the others’ late lists', async () => {
  const browser = openBrowser()
  const tabs = [0, 1, 2, 3, 4].map(browser.tab)
  for (let offset = 0; offset <= 3 * MINUTE; offset += 2 * SECOND) {
    browser.at(offset)
    for (const tab of tabs) tab.sight(sighting(offset, [offset < MINUTE + 4 * SECOND ? atlas : stopped]))
    if (offset === MINUTE) tabs[2]?.action('stop', atlas, start + MINUTE)
    await Promise.resolve()
  }
  for (const tab of tabs) tab.flush()
  const { total } = ledgerTotals(browser.stored(), [start, start + 3 * MINUTE])
  expect(total.observedMs).toBe(3 * MINUTE)
  expect(total.estimate).toBe(610_000_000n * BigInt(MINUTE) + 50_000_000n * BigInt(2 * MINUTE))
  expect([total.low, total.high]).toEqual([total.estimate, total.estimate])
})
