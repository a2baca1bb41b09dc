import * as z from 'zod/mini'

import { alertKinds } from '#model/alerts.ts'
import { warningLevels } from '#model/budget.ts'

import { createKept, createKeptByAccount } from './kept.ts'

/** What this browser was asked to tell of; nothing until someone asks. */
export const alertSettings = createKept({
  name: 'alerts',
  schema: z.object({
    isOn: z.boolean(),
    kinds: z.readonly(z.array(z.enum(alertKinds))),
  }),
  fallback: { isOn: false, kinds: [...alertKinds] },
})

/** The idle instances that were told of, so that none is told of again before it has worked in between. */
export const toldIdle = createKeptByAccount({
  name: 'told-idle',
  schema: z.readonly(z.array(z.string())),
  fallback: [],
})

/** The highest level of this month's budget that each account was told of; null before the first. */
export const toldBudget = createKeptByAccount({
  name: 'told-budget',
  schema: z.nullable(z.object({ month: z.string(), level: z.literal(warningLevels) })),
  fallback: null,
})
