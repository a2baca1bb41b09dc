import * as z from 'zod/mini'

import { createStoredByAccount, type StoredValue } from './stored-value.ts'

/** As many instances are stored with their state; the rest are told of by what a tab remembers itself. */
export const MOST_STATES_TOLD = 2000

export const statesTold = z.nullable(
  z.object({
    /** When it was told of, or last found unchanged; ms since the epoch. */
    at: z.int(),
    states: z.readonly(
      z.array(z.object({ uuid: z.string(), state: z.string() })).check(z.maxLength(MOST_STATES_TOLD)),
    ),
  }),
)
export type StoredStates = StoredValue<z.output<typeof statesTold>>

/**
 * The states in the last list that was told of, by whichever tab: where the next tab that tells goes on from. Null before the first
 * time. It is of no use elsewhere, so it goes into no export.
 */
export const notifiedStates = createStoredByAccount({
  name: 'told-states',
  schema: statesTold,
  fallback: null,
})
