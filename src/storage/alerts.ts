import * as z from 'zod/mini'

import { createStored, createStoredByAccount } from './stored-value.ts'

/** What one can ask to be told of. Apart from the alerts themselves, since the settings are read with the first page. */
export const alertKinds = ['ready', 'stopped', 'failed', 'idle', 'budget'] as const
export type AlertKind = (typeof alertKinds)[number]

/** What this browser was asked to tell of; nothing until someone asks. */
export const alertSettings = createStored({
  name: 'alerts',
  schema: z.object({
    isOn: z.boolean(),
    kinds: z.readonly(z.array(z.enum(alertKinds))),
  }),
  fallback: { isOn: false, kinds: [...alertKinds] },
})

/** The idle instances that were told of, so that none is told of again before it has worked in between. */
export const notifiedIdle = createStoredByAccount({
  name: 'told-idle',
  schema: z.readonly(z.array(z.string())),
  fallback: [],
})
