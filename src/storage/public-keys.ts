import * as z from 'zod/mini'

import { createStored } from './stored-value.ts'

export const maxPublicKeys = 6

/** The SSH public keys this browser created instances with, newest first. Public keys are no secret. */
export const publicKeys = createStored({
  name: 'public-keys',
  schema: z.array(z.string().check(z.maxLength(8000))).check(z.maxLength(maxPublicKeys)),
  fallback: [],
})
