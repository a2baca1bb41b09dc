import * as z from 'zod/mini'

import { noOverrides } from '#model/pricing/rates.ts'

import { usdText } from './budget.ts'
import { createStoredByAccount } from './stored-value.ts'

const tierRates = z.object({
  vcpu: z.exactOptional(usdText),
  ram: z.exactOptional(usdText),
  storage: z.exactOptional(usdText),
})

const schema = z.object({
  tiers: z.record(z.string(), tierRates),
  gpus: z.record(z.string(), usdText),
})

/** The user's own rates of each account: what an hour of a unit costs there, before what any instance or list tells. */
export const rateOverrides = createStoredByAccount({ name: 'rates', schema, fallback: noOverrides })
