import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Breakdown } from '#model/pricing/cost.ts'

import { sumPrices } from './prices.ts'

const price = fc
  .record({ vcpu: fc.bigInt(0n, 999n), disk: fc.option(fc.bigInt(0n, 999n)), assumed: fc.boolean() })
  .map(({ vcpu, disk, assumed }): Breakdown => ({
    lines: [
      { part: 'vcpu', quantity: null, rate: null, amount: vcpu },
      { part: 'storage', quantity: null, rate: null, amount: disk },
    ],
    known: vcpu + (disk ?? 0n),
    unknown: disk === null ? ['storage'] : [],
    assumed,
  }))

test('prices of any number add up to what they add up to one by one, also once some of them have changed', () => {
  const oneByOne = (prices: readonly Breakdown[]) =>
    prices.reduce((sum, next) => sumPrices([sum, next]), sumPrices([]))
  fc.assert(
    fc.property(
      fc.array(price, { minLength: 250, maxLength: 800 }),
      fc.array(fc.tuple(fc.nat({ max: 799 }), price), { maxLength: 3 }),
      (prices, changes) => {
        expect(sumPrices(prices)).toEqual(oneByOne(prices))
        const changed = prices.map((before, index) => changes.find(([at]) => at === index)?.[1] ?? before)
        expect(sumPrices(changed)).toEqual(oneByOne(changed))
        expect(sumPrices(changed.slice(1))).toEqual(oneByOne(changed.slice(1)))
      },
    ),
    { numRuns: 20 },
  )
})
