import * as z from 'zod/mini'

import {
  cpuTiers,
  nameLimits,
  namePattern,
  pageFlavors,
  portLimits,
  resourceTypes,
  sizeLimits,
} from './vocabulary.ts'

const within = ({ min, max }: { min: number; max: number }, what: string) =>
  z
    .int(`${what} must be a whole number.`)
    .check(z.gte(min, `${what} must be at least ${min}.`), z.lte(max, `${what} must be at most ${max}.`))

/** Kebab-case, 2 to 63 characters (API page, "Instance names"). */
export const nameSchema = z
  .string()
  .check(
    z.minLength(nameLimits.min, `A name has at least ${nameLimits.min} characters.`),
    z.maxLength(nameLimits.max, `A name has at most ${nameLimits.max} characters.`),
    z.regex(
      namePattern,
      'Use lowercase letters, digits and hyphens only, with no hyphen at the start or the end.',
    ),
  )

const vcpus = within(sizeLimits.n_vcpus, 'vCPUs')
const memory = within(sizeLimits.mem_gib, 'Memory')
const disk = within(sizeLimits.disk_size_gib, 'Disk')

/** The body of `POST /api/instance/`. */
export const createBody = z.object({
  resource_type: z.enum(resourceTypes),
  n_vcpus: vcpus,
  mem_gib: memory,
  disk_size_gib: disk,
  name: z.optional(nameSchema),
  cpu_tier: z.optional(z.enum(cpuTiers)),
  flavor: z.optional(z.enum(pageFlavors)),
  gpu_model: z.optional(z.nullable(z.string())),
  public_key: z.optional(z.string()),
  aws_endpoint_url: z.optional(z.string()),
  aws_access_key_id: z.optional(z.string()),
  aws_secret_access_key: z.optional(z.string()),
  aws_prefill_bucket: z.optional(z.string()),
  anthropic_api_key: z.optional(z.string()),
})
export type CreateBody = z.output<typeof createBody>

/** The body of `PATCH /api/instance/{uuid}/`: a new name (any type), or a new size (containers only). */
export const updateBody = z.object({
  name: z.optional(nameSchema),
  n_vcpus: z.optional(vcpus),
  mem_gib: z.optional(memory),
  disk_size_gib: z.optional(disk),
})
export type UpdateBody = z.output<typeof updateBody>

/** The body of add-port and remove-port. */
export const portBody = z.object({ port: within(portLimits, 'A port') })
