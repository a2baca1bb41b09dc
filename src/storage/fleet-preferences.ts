import * as z from 'zod/mini'

import { columnKeys, defaultViewOptions, densities } from '#model/fleet/fleet-columns.ts'

import { createStored } from './stored-value.ts'

/** How this browser draws the fleet's table where the address does not say. */
export const fleetPreferences = createStored({
  name: 'fleet',
  schema: z.object({
    density: z.catch(z.enum(densities), defaultViewOptions.density),
    columns: z.catch(z.array(z.enum(columnKeys)), [...defaultViewOptions.columns]),
  }),
  fallback: { density: defaultViewOptions.density, columns: [...defaultViewOptions.columns] },
})
