import * as z from 'zod/mini'

import { cpuTiers } from '#contract/vocabulary.ts'

import { scenarios } from './keys.ts'
import { type Machine, machineSchema } from './machine.ts'
import { gpuModels } from './rates.ts'

const poolSchema = z.object({
  n_vcpus: z.number(),
  mem_gib: z.number(),
  disk_size_gib: z.number(),
  gpus: z.record(z.enum(gpuModels), z.int()),
})
/** All that the host of one CPU tier has, free or taken. */
export type Pool = z.output<typeof poolSchema>

const closedBill = z.object({
  uuid: z.string(),
  name: z.string(),
  compute: z.string(),
  gpu: z.string(),
  storage: z.string(),
  surcharge: z.string(),
})

/** Everything one API key can see and do, as plain JSON. Times are in ms. */
export const worldSchema = z.object({
  version: z.literal(1),
  scenario: z.enum(scenarios),
  seededAt: z.number(),
  /** How far the control endpoint has moved this world ahead of the clock. */
  aheadMs: z.number(),
  nextSlot: z.int(),
  pools: z.record(z.enum(cpuTiers), poolSchema),
  /** A limit of the account on running vCPUs (live dialect), or none. */
  accountVcpus: z.nullable(z.int()),
  machines: z.array(machineSchema),
  /** Final bills of deleted machines, in nano-dollars, newest last. */
  closed: z.array(closedBill),
})
export type World = z.output<typeof worldSchema>

/** The machine that a path's `{uuid}` means: a uuid in either case, or else a name; one that is not deleted, where two have it. */
export const machineOf = ({ machines }: World, ref: string): Machine | null => {
  const named = machines.filter(({ name }) => name === ref)
  return (
    machines.find(({ uuid }) => uuid === ref.toLowerCase()) ??
    named.find(({ state }) => state !== 'deleted') ??
    named[0] ??
    null
  )
}
