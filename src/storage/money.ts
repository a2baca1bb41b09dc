import * as z from 'zod/mini'

import { fromDecimal, toDecimal, type Usd } from '#lib/money.ts'
import { warningLevels } from '#model/pricing/budget.ts'
import { noOverrides } from '#model/pricing/rates.ts'

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

/** The highest level of this month's budget that each account was shown a notification for; null before the first. */
export const notifiedBudget = createStoredByAccount({
  name: 'told-budget',
  schema: z.nullable(z.object({ month: z.string(), level: z.literal(warningLevels) })),
  fallback: null,
})

const tierRates = z.object({
  vcpu: z.exactOptional(usdText),
  ram: z.exactOptional(usdText),
  storage: z.exactOptional(usdText),
})

const ratesSchema = z.object({
  tiers: z.record(z.string(), tierRates),
  gpus: z.record(z.string(), usdText),
})

/** The user's own rates of each account: what an hour of a unit costs there, before what any instance or list tells. */
export const rateOverrides = createStoredByAccount({
  name: 'rates',
  schema: ratesSchema,
  fallback: noOverrides,
})
