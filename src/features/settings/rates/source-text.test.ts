import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'
import { DAY } from '#lib/time.ts'
import type { RateSource, SourcedRate } from '#model/pricing/rates.ts'

import { sourceText } from './source-text.ts'

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
