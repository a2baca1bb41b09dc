import * as z from 'zod/mini'

import { cpuTiers, pageFlavors, pageStates, resourceTypes } from './vocabulary.ts'

/**
 * What the API page promises to answer, to the letter. The sandbox answers with these and the OpenAPI document is made from
 * them; the app reads with the tolerant schemas instead.
 */
const rate = z.number().check(z.gte(0))

export const instanceWire = z.object({
  uuid: z.uuid(),
  name: z.string(),
  lan_ipv4: z.string(),
  state: z.enum(pageStates),
  n_vcpus: z.int(),
  mem_gib: z.number(),
  disk_size_gib: z.int(),
  n_gpus: z.int(),
  gpu_model: z.nullable(z.string()),
  wan_ssh_port: z.int(),
  resource_type: z.enum(resourceTypes),
  flavor: z.enum(pageFlavors),
  owner_email: z.string(),
  public_ipv4: z.nullable(z.string()),
  original_ccloud_password: z.string(),
  created_at: z.iso.datetime(),
  vcpu_cost_hourly_usd: rate,
  ram_cost_hourly_usd: rate,
  storage_cost_hourly_usd: rate,
  gpu_cost_hourly_usd: rate,
  cpu_tier: z.enum(cpuTiers),
  ssh_command: z.nullable(z.string()),
  webapp_url: z.nullable(z.string()),
  wan_ports: z.array(z.int()),
})

export const actionWire = z.object({ message: z.string(), uuid: z.uuid(), state: z.enum(pageStates) })

export const portsWire = z.object({ message: z.string(), uuid: z.uuid(), wan_ports: z.array(z.int()) })

export const statsWire = z.object({
  cpu_percent: z.number(),
  mem_used_gib: z.number(),
  mem_total_gib: z.number(),
  disk_used_gib: z.number(),
  disk_total_gib: z.number(),
})
export type StatsWire = z.output<typeof statsWire>

/** `{"detail": "…"}`: 401 and most 400s of actions. */
export const detailWire = z.object({ detail: z.string() })

/** `{"error": "…"}`: 404, and the 400 and 502 of stats. */
export const errorWire = z.object({ error: z.string() })

/** `{"<field>": ["…"]}`: the 400 of create and update, field by field. */
export const fieldErrorsWire = z.record(z.string(), z.array(z.string()))

const pageSize = z.partial(
  z.object({ n_vcpus: z.int(), mem_gib: z.number(), disk_size_gib: z.int(), gpu_model: z.string() }),
)

/** The page's 422: which resource is short, what was asked, and what is nearest. */
export const capacityWire = z.object({
  detail: z.object({
    message: z.string(),
    bottleneck: z.array(z.string()),
    requested: pageSize,
    nearest_available: pageSize,
  }),
})
