import * as z from 'zod/mini'

import { cpuTiers, resourceTypes } from '#contract/vocabulary.ts'

import { habits, type Machine, states } from '../machine.ts'
import { makeMachine } from '../make-machine.ts'
import { gpuModels } from '../rates.ts'

/** Sizes, ages and waits beyond which dates and sums no longer hold. */
const size = z.number().check(z.gte(0), z.lte(1_000_000))
const count = z.int().check(z.gte(0), z.lte(1_000_000))
const seconds = z.number().check(z.gte(0), z.lte(100 * 365 * 86_400))

/** One machine of a seed. What is left out is as a small running container has it. */
export const seedRow = z.object({
  name: z.string(),
  resource_type: z.optional(z.enum(resourceTypes)),
  flavor: z.optional(z.string()),
  cpu_tier: z.optional(z.enum(cpuTiers)),
  n_vcpus: z.optional(count),
  mem_gib: z.optional(size),
  disk_size_gib: z.optional(count),
  gpu_model: z.optional(z.nullable(z.enum(gpuModels))),
  state: z.optional(z.enum(states)),
  /** The state that follows, and in how many seconds. */
  becomes: z.optional(z.object({ state: z.enum(states), seconds })),
  age_seconds: z.optional(seconds),
  owner_email: z.optional(z.string()),
  ports: z.optional(z.array(z.int())),
  ssh: z.optional(z.enum(['login', 'address'])),
  reachable: z.optional(z.boolean()),
  habit: z.optional(z.enum(habits)),
  surcharge: z.optional(z.int().check(z.gte(0), z.lte(10 ** 12))),
  oddities: z.optional(z.object({ omit: z.array(z.string()), set: z.record(z.string(), z.unknown()) })),
})
export type SeedRow = z.output<typeof seedRow>

const hour = 3600

const grow = (row: SeedRow, worldId: string, slot: number, now: number): Machine => {
  const recipe = {
    name: row.name,
    resource_type: row.resource_type ?? 'container',
    flavor: row.flavor ?? 'base',
    cpu_tier: row.cpu_tier ?? 'general-purpose',
    n_vcpus: row.n_vcpus ?? 4,
    mem_gib: row.mem_gib ?? 16,
    disk_size_gib: row.disk_size_gib ?? 100,
    gpu_model: row.gpu_model ?? null,
  }
  const made = makeMachine(recipe, worldId, slot, now)
  const { becomes } = row
  return {
    ...made,
    state: row.state ?? 'running',
    pending: becomes === undefined ? null : { state: becomes.state, due: now + becomes.seconds * 1000 },
    created: now - (row.age_seconds ?? hour) * 1000,
    owner_email: row.owner_email ?? made.owner_email,
    ports: row.ports ?? made.ports,
    ssh: row.ssh ?? made.ssh,
    reachable: row.reachable ?? made.reachable,
    habit: row.habit ?? made.habit,
    surcharge: row.surcharge ?? made.surcharge,
    oddities: row.oddities ?? null,
  }
}

/** The machines of a seed as they stand at `now` (ms). Their bills begin with the world. */
export const plant = (rows: readonly SeedRow[], worldId: string, now: number): Machine[] =>
  rows.map((row, slot) => grow(row, worldId, slot, now))
