import * as z from 'zod/mini'

import { createStoredByAccount } from './stored-value.ts'

const common = { uuid: z.string(), setAt: z.int(), askedAt: z.optional(z.int()) }

/** Stops that this browser asks for later, at most one an instance. They are no use elsewhere, so they go into no export. */
export const stopTimers = createStoredByAccount({
  name: 'stop-timers',
  schema: z.readonly(
    z.array(
      z.union([
        z.object({ ...common, kind: z.literal('at'), at: z.int() }),
        z.object({ ...common, kind: z.literal('idle') }),
      ]),
    ),
  ),
  fallback: [],
})
