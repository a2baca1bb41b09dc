import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { anInstance } from '#model/instance/instance.fixture.ts'
import { anyLives, anyPolls, atlas, end, ledgerOf, sightingsOf, start } from '#model/ledger/ledger.fixture.ts'
import { foldLedger } from '#model/ledger/fold.ts'
import { emptyLedger, type Ledger } from '#model/ledger/ledger.ts'
import { observe } from '#model/ledger/observe.ts'
import { ledgerTotals } from '#model/ledger/totals.ts'

import { caughtUp, rowChanges } from './ledger-changes.ts'
import { fromRows, type StoredLedger, type StoredRow } from './ledger-rows.ts'

const blank: StoredLedger = { ledger: emptyLedger, version: 0, changed: [] }

/** One store, and tabs that take turns: each reads what changed since it last looked, changes it, and writes. */
const openStore = () => {
  const rows = new Map<string, StoredRow>()
  let reads = 0
  const get = (kind: string, id: string): Promise<unknown> => {
    reads += 1
    return Promise.resolve(structuredClone(rows.get(`${kind} ${id}`)))
  }
  const readAll = (): StoredLedger => {
    const { ledger, version, changed } =
      fromRows([...rows.values()].map((row) => structuredClone(row))) ?? blank
    return { ledger, version, changed }
  }
  const openTab = () => {
    let known: StoredLedger | null = null
    const read = async (): Promise<StoredLedger> => {
      return (known === null ? null : await caughtUp(known, get)) ?? readAll()
    }
    return {
      read,
      change: async (change: (ledger: Ledger) => Ledger) => {
        const before = await read()
        const ledger = change(before.ledger)
        const isMore =
          ledger.instances !== before.ledger.instances ||
          ledger.watches.length !== before.ledger.watches.length
        const version = before.version + (isMore ? 1 : 0)
        const { put, drop, changed } = rowChanges(before.ledger, ledger, version, before.changed)
        for (const { kind, id } of drop) rows.delete(`${kind} ${id}`)
        for (const row of put) rows.set(`${row.kind} ${row.id}`, structuredClone(row))
        known = { ledger, version, changed }
      },
    }
  }
  return {
    openTab,
    readAll,
    get,
    reads: () => reads,
    copy: () => structuredClone(rows),
    restore: (copy: ReadonlyMap<string, StoredRow>) => {
      rows.clear()
      for (const [key, row] of copy) rows.set(key, row)
    },
  }
}

test('tabs that take turns, however they do, each know all that the others wrote', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyLives,
      anyPolls,
      fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
      async (lives, polls, turns) => {
        const store = openStore()
        const tabs = [store.openTab(), store.openTab(), store.openTab()]
        for (const [index, seen] of sightingsOf(lives, polls).entries()) {
          await tabs[turns[index] ?? 0]?.change((ledger) => observe(ledger, seen))
          if (index % 7 === 6)
            await tabs[turns[index] ?? 0]?.change((ledger) =>
              foldLedger(ledger, start + index * 600_000, 400),
            )
        }
        const all = store.readAll()
        for (const tab of tabs) expect((await tab.read()).ledger).toEqual(all.ledger)
      },
    ),
    { numRuns: 40 },
  )
})

test('a database that is put back to an earlier day goes on from there, and its figures stay in order', async () => {
  await fc.assert(
    fc.asyncProperty(anyLives, anyPolls, fc.nat(60), async (lives, polls, cut) => {
      const sightings = sightingsOf(lives, polls)
      const store = openStore()
      const tab = store.openTab()
      for (const seen of sightings.slice(0, cut)) await tab.change((ledger) => observe(ledger, seen))
      const backup = store.copy()
      for (const seen of sightings.slice(cut, cut + 5)) await tab.change((ledger) => observe(ledger, seen))
      // The browser was closed for it: no tab is open that knows more.
      store.restore(backup)
      const again = store.openTab()
      for (const seen of sightings.slice(cut + 5)) await again.change((ledger) => observe(ledger, seen))
      const { ledger } = store.readAll()
      expect(ledger).toEqual(ledgerOf([...sightings.slice(0, cut), ...sightings.slice(cut + 5)]))
      const { total } = ledgerTotals(ledger, [start, end])
      expect(total.low).toBeLessThanOrEqual(total.estimate)
      expect(total.estimate).toBeLessThanOrEqual(total.high)
    }),
    { numRuns: 40 },
  )
})

test('a tab reads what changed alone, and what did not change stays the same objects', async () => {
  const store = openStore()
  const [one, two] = [store.openTab(), store.openTab()]
  const at = (offset: number, ...states: string[]) => ({
    at: start + offset,
    instances: states.map((state, index) => anInstance({ uuid: `u${index}`, state })),
    complete: true,
  })
  await one.change((ledger) => observe(ledger, at(0, 'running', 'running')))
  await two.change((ledger) => observe(ledger, at(1000, 'running', 'running')))
  const before = (await two.read()).ledger
  await one.change((ledger) => observe(ledger, at(2000, 'running', 'exited')))
  const reads = store.reads()
  const after = (await two.read()).ledger
  // The head, the last watch (whether it is there, and its end), the one instance that changed, and the watch that went with it.
  expect(store.reads() - reads).toBeLessThanOrEqual(5)
  expect(after.instances.get('u0')).toBe(before.instances.get('u0'))
  expect(after.instances.get('u1')?.entries).toHaveLength(2)
})

test('a head of an earlier version of the app, which remembers no changes, is read in full', async () => {
  const store = openStore()
  const tab = store.openTab()
  await tab.change((ledger) => observe(ledger, { at: start, instances: [atlas], complete: true }))
  const { ledger, version } = store.readAll()
  const head: StoredRow = { kind: 'head', id: '', version: version + 1, foldedTo: null }
  expect(await caughtUp({ ledger, version, changed: [] }, () => Promise.resolve(head))).toBeNull()
})

test('where all was forgotten and begun anew meanwhile, all is read', async () => {
  const seen = (offset: number) => ({ at: start + offset, instances: [atlas], complete: true })
  const [old, fresh] = [openStore(), openStore()]
  const tab = old.openTab()
  await tab.change((ledger) => observe(ledger, seen(0)))
  const other = fresh.openTab()
  for (const offset of [1, 2, 3].map((days) => days * 86_400_000))
    await other.change((ledger) => observe(ledger, seen(offset)))
  expect(await caughtUp(old.readAll(), fresh.get)).toBeNull()
})

test('of a change of very many rows nothing is remembered', () => {
  const instances = Array.from({ length: 600 }, (_, index) => ({ ...atlas, uuid: `u${index}` }))
  const ledger = ledgerOf([{ at: start, instances, complete: true }])
  expect(rowChanges(emptyLedger, ledger, 1).changed).toEqual([])
})
