import * as z from 'zod/mini'

import { MOST_STATES_SEEN } from '#model/instance/state-since.ts'
import { MOST_WEB_APPS_USED } from '#model/instance/web-apps.ts'
import { MOST_DISMISSALS } from '#model/usage/findings.ts'

import { createStoredByAccount } from './stored-value.ts'

/** When this browser last read the list of each account (ms since the epoch), to within a minute; null before the first time. */
export const listSeen = createStoredByAccount({
  name: 'list-seen',
  schema: z.nullable(z.int()),
  fallback: null,
})

export const statesSchema = z.readonly(
  z
    .array(z.object({ uuid: z.string(), state: z.string(), since: z.number() }))
    .check(z.maxLength(MOST_STATES_SEEN)),
)

/** Since when this browser sees the instances of each account in their state; `seeStates` makes the next value. */
export const statesSeen = createStoredByAccount({ name: 'states', schema: statesSchema, fallback: [] })

const common = { uuid: z.string(), setAt: z.int(), againAt: z.optional(z.int()) }

/** Stops that this browser asks for later, at most one an instance. They are no use elsewhere, so they go into no export. */
export const stopTimers = createStoredByAccount({
  name: 'stop-timers',
  schema: z.readonly(
    z.array(
      z.union([
        z.object({ ...common, kind: z.literal('at'), at: z.int(), isMissed: z.optional(z.literal(true)) }),
        z.object({ ...common, kind: z.literal('idle') }),
      ]),
    ),
  ),
  fallback: [],
})

/** Which web apps of each account are pinned, and when each was last opened; `model/instance/web-apps.ts` makes the next value. */
export const webAppsUsed = createStoredByAccount({
  name: 'web-apps',
  schema: z.readonly(
    z
      .array(z.object({ uuid: z.string(), isPinned: z.boolean(), openedAt: z.nullable(z.number()) }))
      .check(z.maxLength(MOST_WEB_APPS_USED)),
  ),
  fallback: [],
})

/** Which findings of each account were dismissed, newest first; `withDismissal` of model/attention makes the next value. */
export const dismissals = createStoredByAccount({
  name: 'dismissals',
  schema: z.array(z.object({ key: z.string(), at: z.number() })).check(z.maxLength(MOST_DISMISSALS)),
  fallback: [],
})
