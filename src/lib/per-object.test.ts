import { expect, test } from 'vitest'

import { perObject } from './per-object.ts'

test('an answer is worked out once for an object, null included', () => {
  let calls = 0
  const half = perObject(({ n }: { n: number }) => {
    calls += 1
    return n % 2 === 0 ? n / 2 : null
  })
  const [even, odd] = [{ n: 4 }, { n: 3 }]
  expect([half(even), half(odd), half(even), half(odd)]).toEqual([2, null, 2, null])
  expect(calls).toBe(2)
})
