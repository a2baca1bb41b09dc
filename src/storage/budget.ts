import * as z from 'zod/mini'

import { createKeptByAccount } from './kept.ts'
import { usdText } from './usd-text.ts'

/** The budget per calendar month of each account; null where none is set. */
export const monthlyBudget = createKeptByAccount({
  name: 'budget',
  schema: z.nullable(usdText),
  fallback: null,
})
