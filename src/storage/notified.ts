import * as z from 'zod/mini'

import { createStoredByAccount, type StoredValue } from './stored-value.ts'

/** As many instances are stored with their state; the others are compared with what one tab remembers. */
export const MOST_STATES_NOTIFIED = 2000

export const statesSchema = z.nullable(
  z.object({
    /** When they were notified, or last found unchanged; ms since the epoch. */
    at: z.int(),
    states: z.readonly(
      z.array(z.object({ uuid: z.string(), state: z.string() })).check(z.maxLength(MOST_STATES_NOTIFIED)),
    ),
  }),
)
export type StoredStates = StoredValue<z.output<typeof statesSchema>>

/**
 * The states in the last list that was notified of, by whichever tab: where the next tab that leads goes on from. Null before the first
 * time. They are no use elsewhere, so they go into no export.
 */
export const notifiedStates = createStoredByAccount({
  name: 'told-states',
  schema: statesSchema,
  fallback: null,
})
