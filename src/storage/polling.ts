import * as z from 'zod/mini'

import type { PollPace } from '#lib/poll-policy.ts'

import { createKept } from './stored-value.ts'

/** How eagerly this browser asks the service. */
export const pollPace = createKept<z.ZodMiniType<PollPace>>({
  name: 'poll-pace',
  schema: z.enum(['normal', 'relaxed']),
  fallback: 'normal',
})
