import * as z from 'zod/mini'

import { MOST_STATES_SEEN } from '#model/instance/state-since.ts'

import { createStoredByAccount } from './stored-value.ts'

/** When this browser last read the list of each account (ms since the epoch), to within a minute; null before the first time. */
export const listSeen = createStoredByAccount({
  name: 'list-seen',
  schema: z.nullable(z.int()),
  fallback: null,
})

const schema = z.readonly(
  z
    .array(z.object({ uuid: z.string(), state: z.string(), since: z.number() }))
    .check(z.maxLength(MOST_STATES_SEEN)),
)

/** Since when this browser sees the instances of each account in their state; `seeStates` makes the next value. */
export const statesSeen = createStoredByAccount({ name: 'states', schema, fallback: [] })
