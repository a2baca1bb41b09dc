import * as z from 'zod/mini'

import { columnKeys, defaultViewOptions, densities } from '#model/fleet/fleet-columns.ts'

import { createStored } from './stored-value.ts'

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
