import * as z from 'zod/mini'

import { type Shell, shells } from '#model/instance/curl.ts'

import { createStored } from './stored-value.ts'

/**
 * The shell that commands are written for in this browser; at first the one that its system has. Apart from the other preferences,
 * which are read with the first page.
 */
export const shellChoice = createStored<z.ZodMiniType<Shell>>({
  name: 'shell',
  schema: z.enum(shells),
  fallback: typeof navigator === 'object' && navigator.userAgent.includes('Windows') ? 'powershell' : 'posix',
})
