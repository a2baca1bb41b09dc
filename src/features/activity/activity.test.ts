import { describe, expect, it } from 'vitest'

import { HOUR } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'

import { activitySearch, entriesIn } from './activity-search.ts'
import { byDay } from './by-day.ts'

const noon = new Date(2026, 8, 3, 12).getTime()
const entry = (name: string, ageHours: number, isOwn = false): Happening => ({
  key: name,
  at: noon - ageHours * HOUR,
  uuid: `uuid of ${name}`,
  name,
  title: isOwn ? 'Deleted' : 'Stopped',
  kind: isOwn ? 'deleted' : 'stopped',
  isOwn,
  isOpen: false,
  took: null,
  effect: null,
  environment: null,
  prefill: null,
})

describe('the days of the record', () => {
  it('are those of the reader’s calendar, the newest first', () => {
    const days = byDay([entry('a', 1), entry('b', 11), entry('c', 13), entry('d', 100)], noon)
    expect(days.map(({ label, entries }) => [label, entries.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      [expect.stringContaining('2026'), 1],
    ])
  })
})

describe('the view of the record', () => {
  const entries = [entry('rna-atlas', 1), entry('gateway', 2, true)]
  const names = (search: string) =>
    entriesIn(entries, activitySearch.read(new URLSearchParams(search))).map(({ name }) => name)

  it.each([
    ['', ['rna-atlas', 'gateway']],
    ['q=ATLAS', ['rna-atlas']],
    ['q=uuid+of+gateway', ['gateway']],
    ['q=stopped+rna', ['rna-atlas']],
    ['kind=did', ['gateway']],
    ['kind=saw&q=gateway', []],
    ['kind=nonsense', ['rna-atlas', 'gateway']],
  ])('“%s” shows %j', (search, found) => {
    expect(names(search)).toEqual(found)
  })
})
