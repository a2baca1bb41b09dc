import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { usd } from '#lib/money.ts'

import {
  atPriceText,
  changeColumn,
  changeFigure,
  monthlyChange,
  monthlyChangeText,
  monthlyCost,
} from './change-figure.ts'
import { type Amount, costChange, type CostPart } from './cost.ts'
import { monthlyFigure } from './price-text.ts'

const known = (dollars: number): Amount => ({ known: usd(dollars), unknown: [] })
const open = (dollars: number): Amount => ({ known: usd(dollars), unknown: ['gpu'] })

test('a change is one figure a month, with a verb for its sign', () => {
  expect(monthlyChange(known(-0.56))).toEqual({ lead: 'saves ≈', figure: '$409' })
  expect(monthlyChange(known(0.24))).toEqual({ lead: 'adds ≈', figure: '$175' })
  expect(monthlyChange(known(-0.0005))).toEqual({ lead: 'saves', figure: '<\u00a0$1' })
  expect(monthlyChange(open(-0.56))).toEqual({ lead: 'saves at least ≈', figure: '$409' })
})

test('no change, and one of which nothing is known, have no figure', () => {
  expect(monthlyChange(known(0))).toBeNull()
  expect(monthlyChange(open(0))).toBeNull()
})

test('a price is one figure a month', () => {
  expect(monthlyCost(known(0.61))).toEqual({ lead: 'costs ≈', figure: '$445' })
  expect(monthlyCost(open(0.61))).toEqual({ lead: 'costs from ≈', figure: '$445' })
  expect(monthlyCost(known(0))).toEqual({ lead: 'costs', figure: '$0' })
  expect(monthlyCost(open(0))).toBeNull()
})

test('in a column the figure keeps its edge', () => {
  expect(changeColumn(known(-1.15))).toEqual({ prefix: '', figure: '−$1.150' })
  expect(changeColumn(known(0))).toEqual({ prefix: '', figure: '$0.000' })
  expect(changeColumn(open(-1.15))).toEqual({ prefix: 'at least', figure: '−$1.150' })
  expect(changeColumn(open(0))).toEqual({ prefix: '', figure: 'not known' })
})

test('what goes on is said with its price where that is known', () => {
  expect(atPriceText(known(0.15))).toBe('at $0.150\u00a0/\u00a0h')
  expect(atPriceText({ known: usd(0.15), unknown: ['storage'] })).toBe('at no less than $0.150\u00a0/\u00a0h')
  expect(atPriceText(open(0))).toBeNull()
  expect(atPriceText(known(0))).toBeNull()
})

test.each([
  [280_000_000n, [], { prefix: '', figure: '+$0.280', lacks: null, isLess: false }],
  [-560_000_000n, [], { prefix: '', figure: '−$0.560', lacks: null, isLess: true }],
  [0n, [], { prefix: '', figure: '$0.000', lacks: null, isLess: false }],
  [2_340_000_000n, ['gpu'], { prefix: 'from', figure: '+$2.340', lacks: 'GPU rate unknown', isLess: false }],
  [0n, ['gpu'], { prefix: '', figure: 'unknown', lacks: 'GPU rate unknown', isLess: false }],
] as const)('a change of %s with %j unknown', (known, unknown, figure) => {
  expect(changeFigure({ known, unknown })).toEqual(figure)
})

const total = (hourly: number | bigint, unknown: readonly CostPart[] = []) => ({
  known: typeof hourly === 'bigint' ? hourly : usd(hourly),
  unknown: [...unknown],
  assumed: false,
})
const monthBetween = (before: ReturnType<typeof total>, after: ReturnType<typeof total>) =>
  monthlyChangeText({ before, after, change: costChange(before, after) })

test.each([
  [2, 0.1, [], '−$1,387'],
  [0, 0.12, [], '+$88'],
  [0.0002, 0.0001, [], '−$0.07'],
  [1, 1, [], '$0'],
  [0.11, 0, ['gpu'], '−$80 (GPU rate unknown)'],
  [0, 0, ['gpu'], 'unknown (GPU rate unknown)'],
] as const)('from %f to %f an hour, %j unknown', (before, after, unknown, text) => {
  expect(monthBetween(total(before, unknown), total(after))).toBe(text)
})

const dollars = (text: string): number => Number(text.replace('−', '-').replace(/[^\d.-]/g, ''))

test('the difference of a month is that of the two figures beside it', () => {
  // ≈ $4 and ≈ $2, though it is 1.095.
  expect(monthBetween(total(0.0049), total(0.0034))).toBe('−$2')
  const hourly = fc.bigInt({ min: 10_000_000n, max: 10_000_000_000n })
  fc.assert(
    fc.property(hourly, hourly, (a, b) => {
      const [before, after] = [total(a), total(b)]
      const difference = dollars(monthlyFigure(after)) - dollars(monthlyFigure(before))
      if (difference !== 0) expect(dollars(monthBetween(before, after))).toBe(difference)
    }),
  )
})
