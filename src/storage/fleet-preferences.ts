import * as z from 'zod/mini'

import { columnKeys, defaultLook, densities } from '#model/fleet/fleet-columns.ts'

import { createKept } from './stored-value.ts'

/** How this browser draws the fleet's table where the address does not say. */
export const fleetPreferences = createKept({
  name: 'fleet',
  schema: z.object({
    density: z.catch(z.enum(densities), defaultLook.density),
    columns: z.catch(z.array(z.enum(columnKeys)), [...defaultLook.columns]),
  }),
  fallback: { density: defaultLook.density, columns: [...defaultLook.columns] },
})
