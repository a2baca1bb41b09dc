import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { foldLedger } from '#model/ledger-fold.ts'
import { anyLives, anyPolls, ledgerOf, sightingsOf, start } from '#model/ledger.fixture.ts'
import { emptyLedger, type Ledger } from '#model/ledger.ts'

import { fromRows, rowChanges, type StoredRow } from './ledger-rows.ts'

/** A store of rows, as IndexedDB keeps them. */
const openRows = () => {
  const rows = new Map<string, StoredRow>()
  return {
    rows: () => [...rows.values()].map((row): unknown => structuredClone({ connection: 'mine', ...row })),
    apply: (before: Ledger, after: Ledger, version: number) => {
      const { put, drop } = rowChanges(before, after, version)
      for (const { kind, id } of drop) rows.delete(`${kind} ${id}`)
      for (const row of put) rows.set(`${row.kind} ${row.id}`, row)
      return put.length + drop.length
    },
  }
}

test('a ledger that is written change by change is read as it was, folded days too', () => {
  fc.assert(
    fc.property(anyLives, anyPolls, (lives, polls) => {
      const store = openRows()
      let before = emptyLedger
      const steps = sightingsOf(lives, polls).map((_, index, all) => ledgerOf(all.slice(0, index + 1)))
      const last = steps.at(-1) ?? emptyLedger
      for (const [version, after] of [...steps, foldLedger(last, start + 15 * 3_600_000, 400)].entries()) {
        store.apply(before, after, version)
        before = after
      }
      expect(fromRows(store.rows())).toEqual({ ledger: before, version: polls.length })
    }),
    { numRuns: 30 },
  )
})

test('looking on writes the watch and the head, nothing else', () => {
  fc.assert(
    fc.property(anyLives, (lives) => {
      const ledger = ledgerOf(sightingsOf(lives, [start]))
      const after = { ...ledger, watches: [{ from: start, to: start + 60_000 }] }
      expect(openRows().apply(ledger, after, 1)).toBe(2)
    }),
  )
})

test('nothing, and half a ledger, are no ledger', () => {
  expect(fromRows([])).toBeNull()
  const { put } = rowChanges(emptyLedger, emptyLedger, 3)
  expect(fromRows([...put])).toEqual({ ledger: emptyLedger, version: 3 })
  expect(fromRows([...put, { kind: 'instance', id: 'a', instance: { uuid: 'a' } }])).toBeNull()
  expect(fromRows([{ kind: 'watch', id: '1', watch: { from: 1, to: 2 } }])).toBeNull()
})
