import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { largest } from './largest.ts'

test('the first of all in an order, as if all were sorted', () => {
  const items = fc.array(fc.record({ size: fc.integer({ min: 0, max: 20 }), id: fc.nat() }))
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 12 }), (all, most) => {
      const compare = (a: { size: number }, b: { size: number }) => b.size - a.size
      expect(largest(all, most, compare)).toEqual(all.toSorted(compare).slice(0, most))
    }),
  )
})
