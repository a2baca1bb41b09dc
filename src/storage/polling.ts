import * as z from 'zod/mini'

import type { PollPace } from '#lib/poll-policy.ts'

import { createStored } from './stored-value.ts'

/** How eagerly this browser asks the service. */
export const pollPace = createStored<z.ZodMiniType<PollPace>>({
  name: 'poll-pace',
  schema: z.enum(['normal', 'relaxed']),
  fallback: 'normal',
})
