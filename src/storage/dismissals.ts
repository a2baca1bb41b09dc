import * as z from 'zod/mini'

import { MOST_DISMISSALS } from '#model/usage/attention.ts'

import { createStoredByAccount } from './stored-value.ts'

/** Which findings of each account were dismissed, newest first; `withDismissal` of model/attention makes the next value. */
export const dismissals = createStoredByAccount({
  name: 'dismissals',
  schema: z.array(z.object({ key: z.string(), at: z.number() })).check(z.maxLength(MOST_DISMISSALS)),
  fallback: [],
})
