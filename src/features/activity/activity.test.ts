import { describe, expect, it } from 'vitest'

import { HOUR, MINUTE, SECOND } from '#lib/time.ts'
import type { Happening } from '#model/activity/happenings.ts'

import { activityCsv } from './activity-csv.ts'
import { activitySearch, entriesIn, instanceLabel, subjectsIn } from './activity-search.ts'
import { byDay, dayBars, netOf } from './by-day.ts'
import { effectBar, effectScale } from './effect.ts'
import { overdueFrom } from '#model/activity/usual-starts.ts'

const noon = new Date(2026, 8, 3, 12).getTime()
const environment = { flavor: 'marimo', resource_type: 'container', distro: null }
const entry = (name: string, ageHours: number, more: Partial<Happening> = {}): Happening => ({
  key: `${name} ${ageHours}`,
  at: noon - ageHours * HOUR,
  uuid: `uuid of ${name}`,
  name,
  title: 'Stopped',
  kind: 'stopped',
  isOwn: false,
  isOpen: false,
  took: null,
  effect: null,
  environment: null,
  prefill: null,
  ...more,
})
const effect = (known: bigint, ...unknown: ('gpu' | 'sentieon')[]) => ({ known, unknown })

describe('the days of the record', () => {
  it('are those of the reader’s calendar, the newest first', () => {
    const days = byDay([entry('a', 1), entry('b', 11), entry('c', 13), entry('d', 100)], noon)
    expect(days.map(({ label, entries }) => [label, entries.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      [expect.stringContaining('2026'), 1],
    ])
  })

  it('add up what was made of the price, and say nothing where nothing was', () => {
    const [today, yesterday] = byDay(
      [
        entry('a', 1, { effect: effect(300n) }),
        entry('b', 2, { effect: effect(-100n) }),
        entry('c', 3),
        entry('d', 20),
      ],
      noon,
    )
    expect(today?.net).toMatchObject({ known: 200n, unknown: [] })
    expect(yesterday?.net).toBeNull()
  })

  it('an unknown price that came and went with one instance is no part of the sum, others are', () => {
    const on = entry('a', 2, { effect: effect(300n, 'gpu') })
    const off = entry('a', 1, { effect: effect(-300n, 'gpu') })
    const other = entry('b', 1, { effect: effect(50n, 'gpu') })
    expect(netOf([off, on])).toMatchObject({ known: 0n, unknown: [] })
    expect(netOf([off, on, other])).toMatchObject({ known: 50n, unknown: ['gpu'] })
    expect(netOf([])).toBeNull()
  })
})

describe('the bars of days', () => {
  it('are 28, today’s the last, with what was done, seen and failed', () => {
    const bars = dayBars(
      [
        entry('a', 1, { isOwn: true }),
        entry('b', 2),
        entry('c', 3, { isOwn: true, kind: 'failed' }),
        entry('d', 24 * 27),
        entry('old', 24 * 28),
      ],
      noon,
    )
    expect(bars).toHaveLength(28)
    expect(bars.at(-1)).toMatchObject({ label: 'today', own: 1, seen: 1, failed: 1 })
    expect(bars[0]).toMatchObject({ own: 0, seen: 1, failed: 0 })
    expect(bars.reduce((sum, { own, seen, failed }) => sum + own + seen + failed, 0)).toBe(4)
    expect(new Set(bars.map(({ start }) => new Date(start).getHours()))).toEqual(new Set([0]))
  })

  it('hold where the clock changes in between', () => {
    for (const month of [2, 3, 9, 10]) {
      const bars = dayBars([], new Date(2026, month, 15, 0, 30).getTime())
      expect(new Set(bars.map(({ start }) => new Date(start).toDateString())).size).toBe(28)
    }
  })
})

describe('the view of the record', () => {
  const entries = [
    entry('rna-atlas', 1),
    entry('gateway', 2, { isOwn: true, kind: 'deleted', title: 'Deleted' }),
    entry('rna-atlas', 3, { isOwn: true, kind: 'created', title: 'Created and running' }),
    entry('gateway', 4, { kind: 'ports', title: 'Opened 443' }),
    entry('old-name', 5, { uuid: 'uuid of rna-atlas', kind: 'started', title: 'Restarted' }),
    entry('star-index', 6, { kind: 'failed', uuid: null, title: 'Create refused (422)' }),
    entry('rna-atlas', 7, { kind: 'resized', title: '8 → 16\u00a0vCPU' }),
    entry('rna-atlas', 8, { kind: 'renamed', title: 'Renamed from old-name' }),
  ]
  const found = (search: string) =>
    entriesIn(entries, activitySearch.read(new URLSearchParams(search))).map(({ at }) => (noon - at) / HOUR)

  it.each([
    ['', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['q=ATLAS', [1, 3, 5, 7, 8]],
    ['q=uuid+of+gateway', [2, 4]],
    ['q=stopped+rna', [1]],
    ['q=16+vcpu', [7]],
    ['kind=did', [2, 3]],
    ['kind=saw&q=gateway', [4]],
    ['kind=nonsense&what=nonsense', [1, 2, 3, 4, 5, 6, 7, 8]],
    ['what=started', [3, 5]],
    ['what=stopped', [1, 2]],
    ['what=resized', [7]],
    ['what=ports', [4]],
    ['what=failed', [6]],
    ['instance=uuid+of+rna-atlas', [1, 3, 5, 7, 8]],
    ['instance=rna-atlas', [1, 3, 5, 7, 8]],
    ['instance=old-name', [1, 3, 5, 7, 8]],
    ['instance=star-index', [6]],
    ['instance=nobody', []],
    ['instance=rna-atlas&what=started&kind=did', [3]],
    ['instance=gateway&q=opened', [4]],
  ])('“%s” shows %j', (search, ages) => {
    expect(found(search)).toEqual(ages)
  })

  it('names an instance by the newest of its names, and counts its entries', () => {
    expect(subjectsIn(entries)).toEqual([
      { subject: 'uuid of rna-atlas', name: 'rna-atlas', count: 5 },
      { subject: 'uuid of gateway', name: 'gateway', count: 2 },
      { subject: 'star-index', name: 'star-index', count: 1 },
    ])
    expect(instanceLabel(entries, 'old-name')).toBe('rna-atlas')
    expect(instanceLabel(entries, 'nobody')).toBe('nobody')
  })
})

describe('the effect as a bar', () => {
  it('has room on its side of the line, on one scale for all', () => {
    const entries = [
      entry('a', 1, { effect: effect(550n) }),
      entry('b', 2, { effect: effect(-450n) }),
      entry('c', 3, { effect: effect(0n, 'gpu') }),
      entry('d', 4),
    ]
    const scale = effectScale(entries)
    const bars = entries.map((one) => effectBar(one, scale))
    expect(bars.map((bar) => bar?.isLess)).toEqual([false, true, undefined, undefined])
    expect(Number.parseFloat(bars[0]?.width ?? '')).toBeCloseTo(55)
    expect(Number.parseFloat(bars[1]?.width ?? '')).toBeCloseTo(45)
    expect(effectScale([])).toBe(1)
  })
})

describe('what takes longer than it should', () => {
  const starts = (seconds: number[]) =>
    seconds.map((took, index) => entry('a', index, { kind: 'started', took: took * SECOND, environment }))
  const started = entry('b', 0, { kind: 'created', isOpen: true, environment })
  const after = (one: Happening, record: readonly Happening[]) => overdueFrom(one, record) - one.at

  it('is a start that takes three times as long as the slowest usual one, and two minutes', () => {
    expect(after(started, starts([40, 60, 50]))).toBe(180 * SECOND)
    expect(after(started, starts([10, 12, 11]))).toBe(2 * MINUTE)
    expect(after(started, starts([40, 60]))).toBe(10 * MINUTE)
    expect(after({ ...started, environment: null }, starts([40, 60, 50]))).toBe(10 * MINUTE)
  })

  it('is anything else after three minutes', () => {
    expect(after(entry('b', 0, { isOpen: true }), [])).toBe(3 * MINUTE)
  })
})

it('the export is exact, and names what it does not know', () => {
  const csv = activityCsv([
    entry('a', 0, {
      took: 12_345,
      isOwn: true,
      title: '8 → 16\u00a0vCPU',
      kind: 'resized',
      effect: effect(280_000_001n, 'gpu'),
    }),
    entry('b', 1, { uuid: null }),
  ])
  expect(csv.replace('\uFEFF', '').split('\r\n')).toEqual([
    'time,kind,name,uuid,what_happened,took_seconds,effect_usd_per_hour,effect_unknown_rates,asked_or_seen',
    `${new Date(noon).toISOString()},resized,a,uuid of a,8 → 16 vCPU,12.345,0.280000001,gpu,asked here`,
    `${new Date(noon - HOUR).toISOString()},stopped,b,,Stopped,,,,seen`,
    '',
  ])
})
