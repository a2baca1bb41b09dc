import { expect, it } from 'vitest'

import { changeFigure } from './change-text.ts'

it.each([
  [280_000_000n, [], { prefix: '', figure: '+$0.280', lacks: null, isLess: false }],
  [-560_000_000n, [], { prefix: '', figure: '−$0.560', lacks: null, isLess: true }],
  [0n, [], { prefix: '', figure: '$0.000', lacks: null, isLess: false }],
  [2_340_000_000n, ['gpu'], { prefix: 'from', figure: '+$2.340', lacks: 'GPU rate unknown', isLess: false }],
  [0n, ['gpu'], { prefix: '', figure: 'unknown', lacks: 'GPU rate unknown', isLess: false }],
] as const)('%s with %j unknown', (known, unknown, figure) => {
  expect(changeFigure({ known, unknown })).toEqual(figure)
})
