import * as z from 'zod/mini'

import { fromDecimal, toDecimal, type Usd } from '#lib/money.ts'

import { createStoredByAccount } from './stored-value.ts'

/** An amount of dollars as it is kept: a plain decimal that loses nothing ("0.0075"). What is no amount above zero is refused. */
export const usdText = z.codec(
  z.string().check(z.refine((text) => (fromDecimal(text) ?? 0n) > 0n)),
  z.bigint(),
  { decode: (text): Usd => fromDecimal(text) ?? 0n, encode: toDecimal },
)

/** The budget per calendar month of each account; null where none is set. */
export const monthlyBudget = createStoredByAccount({
  name: 'budget',
  schema: z.nullable(usdText),
  fallback: null,
})
