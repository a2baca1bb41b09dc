import * as z from 'zod/mini'

import {
  type CpuTier,
  cpuTiers,
  liveStates,
  pageStates,
  type ResourceType,
  resourceTypes,
} from '#contract/vocabulary.ts'

import { gpuModels } from './rates.ts'

export const states = [...pageStates, ...liveStates] as const
export type State = (typeof states)[number]

/** How a machine spends its days: see usage.ts. */
export const habits = ['idle', 'notebook', 'steady', 'phases', 'leak'] as const
export type Habit = (typeof habits)[number]

const tally = z.string().check(z.regex(/^\d+$/))

/**
 * What the sandbox knows of one instance. `state` is what a GET shows; `pending` is where it will be at `due` (ms). The
 * meter holds what was charged until `since`, in nano-dollars times milliseconds per hour, so that no fraction is lost.
 */
export const machineSchema = z.object({
  uuid: z.uuid(),
  name: z.string(),
  /** Counts the machines of a world; addresses and ports are made from it. */
  slot: z.int(),
  state: z.enum(states),
  pending: z.nullable(z.object({ state: z.enum(states), due: z.number() })),
  resource_type: z.enum(resourceTypes),
  flavor: z.string(),
  cpu_tier: z.enum(cpuTiers),
  n_vcpus: z.int(),
  mem_gib: z.number(),
  disk_size_gib: z.int(),
  gpu_model: z.nullable(z.enum(gpuModels)),
  n_gpus: z.int(),
  owner_email: z.string(),
  password: z.string(),
  created: z.number(),
  ports: z.array(z.int()),
  /** Whether `ssh_command` goes by the shared login host or by the machine's own address. */
  ssh: z.enum(['login', 'address']),
  /** A machine on an unreachable host answers its stats with 502. */
  reachable: z.boolean(),
  habit: z.enum(habits),
  /** Nano-dollars an hour on top while running (live dialect). */
  surcharge: z.int(),
  /** Fields of the answer that the live dialect leaves out or tells oddly. */
  oddities: z.nullable(z.object({ omit: z.array(z.string()), set: z.record(z.string(), z.unknown()) })),
  meter: z.object({ since: z.number(), compute: tally, gpu: tally, storage: tally, surcharge: tally }),
})
export type Machine = z.output<typeof machineSchema>

export interface Size {
  n_vcpus: number
  mem_gib: number
  disk_size_gib: number
}

/** What has to be said of a new machine; the rest follows from it. */
export interface Recipe extends Size {
  name: string
  resource_type: ResourceType
  flavor: string
  cpu_tier: CpuTier
  gpu_model: Machine['gpu_model']
}

/**
 * Where a machine stands for the rules and for the meter: an action counts at once (a machine being stopped is stopped), but a
 * provisioning one is provisioning until it is done.
 */
export const effectiveState = (machine: Machine): State =>
  machine.state === 'provisioning' ? 'provisioning' : (machine.pending?.state ?? machine.state)
