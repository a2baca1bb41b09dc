import { expect, test } from 'vitest'

import { niceTop } from './day-bars.tsx'

test.each([
  [0, 1],
  [1, 1],
  [1.2, 2],
  [4.47, 5],
  [2.497, 2.5],
  [61, 100],
  [100, 100],
  [0.034, 0.05],
])('an axis that holds %d ends at %d', (value, top) => {
  expect(niceTop(value)).toBeCloseTo(top)
})
