import * as z from 'zod/mini'

import { MOST_WEB_APPS_USED } from '#model/instance/web-app-use.ts'

import { createStoredByAccount } from './stored-value.ts'

/** Which web apps of each account are pinned, and when each was last opened; `model/instance/web-app-use.ts` makes the next value. */
export const webAppsUsed = createStoredByAccount({
  name: 'web-apps',
  schema: z.readonly(
    z
      .array(z.object({ uuid: z.string(), isPinned: z.boolean(), openedAt: z.nullable(z.number()) }))
      .check(z.maxLength(MOST_WEB_APPS_USED)),
  ),
  fallback: [],
})
