import * as z from 'zod/mini'

import { createKeptByAccount } from './kept.ts'

/** When this browser last read the list of each account (ms since the epoch), to within a minute; null before the first time. */
export const listSeen = createKeptByAccount({
  name: 'list-seen',
  schema: z.nullable(z.int()),
  fallback: null,
})
