import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { createLimiter } from './limiter.ts'

test('never more than the limit at once, and everything is done in the end, failures included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.boolean(), { maxLength: 30 }),
      async (limit, fails) => {
        const limiter = createLimiter(limit)
        let running = 0
        let most = 0
        const results = await Promise.allSettled(
          fails.map((fail) =>
            limiter(async () => {
              running += 1
              most = Math.max(most, running)
              await Promise.resolve()
              running -= 1
              if (fail) throw new Error('refused')
            }),
          ),
        )
        expect(most).toBeLessThanOrEqual(limit)
        expect(results.map(({ status }) => status === 'rejected')).toEqual(fails)
      },
    ),
  )
})

test('as many as the limit at once, in the order they came, also after all were done', async () => {
  const limiter = createLimiter(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const work = (id: number) =>
    limiter(() => {
      begun.push(id)
      return new Promise<number>((resolve) => ends.push(() => resolve(id)))
    })
  const turn = async () => {
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
  }
  for (const [round, first] of [0, 4].entries()) {
    const results = Promise.all([first, first + 1, first + 2, first + 3].map(work))
    await turn()
    expect(begun).toHaveLength(4 * round + 2)
    ends.shift()?.()
    await turn()
    expect(begun).toHaveLength(4 * round + 3)
    while (ends.length > 0) {
      ends.shift()?.()
      await turn()
    }
    expect(await results).toEqual([first, first + 1, first + 2, first + 3])
  }
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})
