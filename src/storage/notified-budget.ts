import * as z from 'zod/mini'

import { warningLevels } from '#model/pricing/budget.ts'

import { createStoredByAccount } from './stored-value.ts'

/** The highest level of this month's budget that each account was told of; null before the first. */
export const notifiedBudget = createStoredByAccount({
  name: 'told-budget',
  schema: z.nullable(z.object({ month: z.string(), level: z.literal(warningLevels) })),
  fallback: null,
})
