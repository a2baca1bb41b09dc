import * as z from 'zod/mini'

import { createKeptByAccount } from './kept.ts'

/**
 * How much there was to see in each account's Attention last time, and how many instances were in error then: enough to keep the
 * room for it before it is worked out. Null before the first time.
 */
export const attentionRoom = createKeptByAccount({
  name: 'attention-room',
  schema: z.nullable(z.object({ findings: z.int(), errors: z.int() })),
  fallback: null,
})
