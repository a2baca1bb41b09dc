import * as z from 'zod/mini'

import type { PollPace } from '#lib/poll-policy.ts'
import { columnKeys, defaultViewOptions, densities } from '#model/fleet/fleet-columns.ts'

import { createStored, createStoredByAccount } from './stored-value.ts'

/** How eagerly this browser asks the service. */
export const pollPace = createStored<z.ZodMiniType<PollPace>>({
  name: 'poll-pace',
  schema: z.enum(['normal', 'relaxed']),
  fallback: 'normal',
})

/** What was stored with a row height alone, before a choice and its absence were told apart. */
const formerDefault = 'state,size,cpu,cost,age'

/** How this browser draws the fleet's table where the address does not say; no columns where none were ever chosen. */
export const fleetPreferences = createStored({
  name: 'fleet',
  schema: z.object({
    density: z.catch(z.enum(densities), defaultViewOptions.density),
    columns: z.catch(
      z.nullable(z.array(z.enum(columnKeys)).check(z.refine((keys) => keys.join() !== formerDefault))),
      null,
    ),
  }),
  fallback: { density: defaultViewOptions.density, columns: null },
})

/** What one can ask to be notified of. Apart from the alerts themselves, since the settings are read with the first page. */
export const alertKinds = ['ready', 'stopped', 'failed', 'idle', 'budget'] as const
export type AlertKind = (typeof alertKinds)[number]

/** What this browser was asked to notify of; nothing until someone asks. */
export const alertSettings = createStored({
  name: 'alerts',
  schema: z.object({
    isOn: z.boolean(),
    kinds: z.readonly(z.array(z.enum(alertKinds))),
  }),
  fallback: { isOn: false, kinds: [...alertKinds] },
})

/** The idle instances a notification was shown for; none comes again before the instance has worked in between. */
export const notifiedIdle = createStoredByAccount({
  name: 'told-idle',
  schema: z.readonly(z.array(z.string())),
  fallback: [],
})
