import * as z from 'zod/mini'

import { cpuTiers } from '#contract/vocabulary.ts'

import { createStoredByAccount } from './stored-value.ts'

const size = z.exactOptional(z.string().check(z.maxLength(10)))
const text = z.exactOptional(z.string().check(z.maxLength(8000)))

const schema = z.object({
  cpu_tier: z.exactOptional(z.enum(cpuTiers)),
  n_vcpus: size,
  mem_gib: size,
  disk_size_gib: size,
  /** Public keys are no secret. */
  public_key: text,
  aws_endpoint_url: text,
})
export type CreateDefaults = z.output<typeof schema>

/** How the create form of each account opens where no link or recipe says otherwise: null for the service's own defaults. No secrets. */
export const createDefaults = createStoredByAccount({
  name: 'create-defaults',
  schema: z.nullable(schema),
  fallback: null,
})
