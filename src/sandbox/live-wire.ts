import * as z from 'zod/mini'

import { createBody, updateBody } from '#contract/requests.ts'
import { liveStates, pageStates } from '#contract/vocabulary.ts'
import { instanceWire } from '#contract/wire.ts'

// What the live dialect takes and answers where that differs from the API page: for its OpenAPI document, and to check bodies by.

/** The live service lets an instance grow further than the page does. */
const mostMemory = 768

export const liveUpdateBody = z.extend(updateBody, {
  mem_gib: z.optional(
    z.number().check(z.gte(0.5), z.lte(mostMemory, `Memory must be at most ${mostMemory}.`)),
  ),
})

export const liveCreateBody = z.extend(createBody, { distro: z.optional(z.enum(['ubuntu', 'debian'])) })

const state = z.enum([...pageStates, ...liveStates])
const text = z.optional(z.nullable(z.string()))
const number = z.optional(z.nullable(z.number()))
const { uuid, name, resource_type, created_at } = instanceWire.shape

/** A row may lack what the page promises, say null for it, and say more. */
export const liveInstanceWire = z.looseObject({
  uuid,
  name,
  resource_type,
  created_at,
  state,
  flavor: z.string(),
  cpu_tier: text,
  lan_ipv4: text,
  n_vcpus: number,
  mem_gib: number,
  disk_size_gib: number,
  n_gpus: number,
  gpu_model: text,
  wan_ssh_port: number,
  owner_email: text,
  public_ipv4: text,
  original_ccloud_password: text,
  vcpu_cost_hourly_usd: number,
  ram_cost_hourly_usd: number,
  storage_cost_hourly_usd: number,
  gpu_cost_hourly_usd: number,
  hourly_cost_usd: number,
  sentieon_hourly_cost_usd: number,
  currently_running_sentieon: z.optional(z.nullable(z.boolean())),
  ssh_command: text,
  webapp_url: text,
  /** Also null, or a word, in place of a list. */
  wan_ports: z.optional(z.unknown()),
  distro: text,
})

export const liveActionWire = z.object({ message: z.string(), uuid, state })

const size = z.partial(
  z.object({
    cpus: z.number(),
    ram: z.number(),
    disk: z.number(),
    gpu_model: z.nullable(z.string()),
    gpus: z.number(),
  }),
)

/** No room on the host, with what would fit; or a limit of the account, with what it is. */
export const liveCapacityWire = z.object({
  message: z.string(),
  bottleneck: z.array(z.string()),
  requested: size,
  nearest_available: z.optional(size),
  limit: z.optional(z.number()),
  current: z.optional(z.number()),
})
