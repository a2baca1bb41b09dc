import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY } from '#lib/time.ts'
import { anInstance } from '#model/instance/instance.fixture.ts'
import {
  noOverrides,
  publishedPrices,
  type RateSource,
  type SourcedRate,
  withOverride,
} from '#model/pricing/rates.ts'

import { rateTable, sourceText } from './rate-table.ts'

const table = (overrides = noOverrides, instances = [anInstance()]) =>
  rateTable({ overrides, instances, listPrices: publishedPrices })
const titles = (groups: ReturnType<typeof table>) => groups.map(({ title }) => title)

test('both tiers and every GPU of the page are there, whatever the account has', () => {
  const groups = table(noOverrides, [])
  expect(titles(groups)).toEqual(['General purpose', 'High performance', 'GPUs'])
  expect(groups[0]?.rows.map(({ applies }) => applies?.source.kind)).toEqual(['list', 'list', 'list'])
  expect(groups[1]?.rows.map(({ applies }) => applies)).toEqual([null, null, null])
  expect(groups[2]?.rows).toHaveLength(3)
})

test('a rate of one’s own applies, with what it stands in for beside it', () => {
  const vcpu = { kind: 'tier', tier: 'general-purpose', part: 'vcpu' } as const
  const [first] = table(withOverride(noOverrides, vcpu, usd(0.02)))[0]?.rows ?? []
  expect(first?.applies).toEqual({ rate: usd(0.02), source: { kind: 'override' } })
  expect(first?.otherwise?.source.kind).toBe('instance')
})

test('what the service or the user names beyond the page is there too', () => {
  const odd = anInstance({ cpu_tier: 'Spot', gpu_model: 'H200', n_gpus: 1 })
  const groups = table(withOverride(noOverrides, { kind: 'gpu', model: 'A100' }, usd(1)), [odd])
  expect(titles(groups)).toEqual(['General purpose', 'High performance', 'Spot', 'GPUs'])
  const models = groups.at(-1)?.rows.map(({ target }) => (target.kind === 'gpu' ? target.model : null))
  expect(models?.slice(3)).toEqual(['H200', 'A100'])
})

const now = Date.UTC(2026, 10, 1)
const rate = (source: RateSource): SourcedRate => ({ rate: usd(0.015), source })
const atlas = rate({ kind: 'instance', name: 'rna-atlas', uuid: 'u', createdAt: now - 3 * DAY })
const list = rate({ kind: 'list', dated: '2026-09' })
const own = rate({ kind: 'override' })
const told = (applies: SourcedRate | null, otherwise = applies) =>
  sourceText({ target: { kind: 'gpu', model: 'RTX 5090' }, applies, otherwise }, now).replaceAll(
    '\u00a0',
    ' ',
  )

test.each([
  [atlas, atlas, 'As on your rna-atlas, 3 days ago.'],
  [list, list, 'Published list price of 2026-09, before any discount.'],
  [null, null, 'Unknown: none is published, and no instance of yours tells it.'],
  [own, atlas, 'Your own rate. Without it: $0.0150, as on your rna-atlas, 3 days ago.'],
  [own, null, 'Your own rate. Without it, it would be unknown.'],
])('a rate says where it comes from', (applies, otherwise, text) => {
  expect(told(applies, otherwise)).toBe(text)
})
