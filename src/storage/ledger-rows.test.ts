import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { DAY } from '#lib/time.ts'
import { costParts } from '#model/pricing/cost.ts'
import { foldLedger } from '#model/ledger/fold.ts'
import {
  anyLives,
  anyPolls,
  atlas,
  ledgerOf,
  sighting,
  sightingsOf,
  start,
} from '#model/ledger/ledger.fixture.ts'
import { emptyLedger, type Ledger } from '#model/ledger/ledger.ts'

import { rowChanges } from './ledger-changes.ts'
import { fromRows, type StoredRow } from './ledger-rows.ts'

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
      expect(fromRows(store.rows())).toMatchObject({ ledger: before, version: polls.length, damaged: [] })
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

test('nothing is no ledger', () => {
  expect(fromRows([])).toBeNull()
  const { put } = rowChanges(emptyLedger, emptyLedger, 3)
  expect(fromRows([...put])).toMatchObject({ ledger: emptyLedger, version: 3, damaged: [] })
})

const aDay = (index: number) => {
  const from = start - (200 - index) * DAY
  const parts = { compute: '7', storage: '0', gpu: '0', other: '0' }
  const money = { parts, estimate: '7', low: '7', high: '7' }
  const times = { observedMs: DAY, presumedMs: 0, unseenMs: 0 }
  return {
    kind: 'day',
    id: `${from}`,
    day: { from, to: from + DAY, tally: { ...money, ...times, unknown: [], assumed: false } },
  }
}
const days = Array.from({ length: 200 }, (_, index) => aDay(index))
const head = { kind: 'head', id: '', version: 9, foldedTo: start }

describe('a store with something odd in it', () => {
  const watch = { kind: 'watch', id: `${start}`, watch: { from: start, to: start + 60_000 } }
  const rows = [head, watch, ...days]

  test('keeps 200 days beside a row that a later version wrote, which is left alone', () => {
    const read = fromRows([...rows, { kind: 'forecast', id: '1', forecast: { of: 'tomorrow' } }])
    expect(read?.ledger.days).toHaveLength(200)
    expect(read?.damaged).toEqual([])
  })

  test.each([
    ['an absurd amount', { ...days[7], day: { ...days[7]?.day, tally: { estimate: '9'.repeat(400) } } }],
    ['a missing part', { kind: 'day', id: days[7]?.id, day: {} }],
    ['an impossible time', { ...days[7], day: { ...days[7]?.day, from: 8e15 } }],
  ])('loses a day with %s, and no other', (_what, odd) => {
    const read = fromRows([...rows.filter((row) => row !== days[7]), odd])
    expect(read?.ledger.days).toHaveLength(199)
    expect(read?.damaged).toEqual([{ kind: 'day', id: days[7]?.id, row: odd, healed: null }])
  })

  test('does without its head', () => {
    const read = fromRows([watch, ...days])
    expect(read?.ledger).toMatchObject({ foldedTo: start, watches: [watch.watch] })
    expect(read?.ledger.days).toHaveLength(200)
  })

  test('sets aside a watch that would cover all others', () => {
    const odd = { kind: 'watch', id: `${start - DAY}`, watch: { from: start - DAY, to: start + DAY } }
    const read = fromRows([...rows, odd])
    expect(read?.ledger.watches).toEqual([watch.watch])
    expect(read?.damaged).toEqual([{ kind: 'watch', id: odd.id, row: odd, healed: null }])
  })

  test('heals an instance: the price that cannot be is unknown for its time, and the rest stays', () => {
    const ledger = ledgerOf([
      sighting(0, [atlas]),
      sighting(60_000, [{ ...atlas, state: 'exited' }]),
      sighting(120_000, [atlas]),
    ])
    const put = rowChanges(emptyLedger, ledger, 1).put.map(
      (row): { kind: string; id: string; instance?: object } => {
        if (row.kind !== 'instance') return row
        const [first, second, third] = row.instance.entries
        const absurd = { ...second?.facts, high: `1${'0'.repeat(300)}` }
        const entries = [first, { ...second, facts: absurd }, third]
        return {
          kind: row.kind,
          id: row.id,
          instance: { uuid: row.id, name: row.id, created: null, entries },
        }
      },
    )
    const read = fromRows(put)
    const entries = read?.ledger.instances.get('atlas')?.entries
    expect(entries?.map(({ at }) => at)).toEqual([start, start + 60_000, start + 120_000])
    expect(entries?.[1]?.facts).toMatchObject({ high: 0n, unknown: costParts })
    expect(entries?.[2]).toEqual(ledger.instances.get('atlas')?.entries[2])
    const healed = read?.damaged[0]?.healed
    expect(fromRows([...put.filter(({ kind }) => kind !== 'instance'), healed])?.damaged).toEqual([])
  })
})

test('one instance that cannot be written keeps no other from being written', () => {
  const ledger = ledgerOf([sighting(0, [atlas, { ...atlas, uuid: 'other' }])])
  const [known] = ledger.instances.values()
  const entries = known?.entries.map((entry) => ({ ...entry, at: 9e15 })) ?? []
  const odd = { ...ledger, instances: new Map(ledger.instances) }
  if (known !== undefined) odd.instances.set(known.uuid, { ...known, entries })
  expect(rowChanges(emptyLedger, odd, 1).put.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    `watch ${start}`,
    'instance other',
    'head ',
  ])
})
