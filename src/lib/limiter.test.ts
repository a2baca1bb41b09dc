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
