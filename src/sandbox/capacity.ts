import type { CpuTier } from '#contract/vocabulary.ts'

import { type Machine, type Size, effectiveState } from './machine.ts'
import { holdsCompute, holdsDisk } from './meter.ts'
import { type GpuModel, gpuModels } from './rates.ts'
import type { Pool, World } from './world.ts'

/** What an action needs of its host on top of what the machine holds already. */
export interface Need extends Size {
  cpu_tier: CpuTier
  gpu_model: GpuModel | null
}

/** Which resources are short, by the create body's field names, and the most that would have fitted of each. */
export interface Shortage {
  bottleneck: (keyof Size | 'gpu_model')[]
  free: Size
  /** A GPU model that is free on the same host, where the one asked for is not. */
  otherGpu: GpuModel | null
}

const sizeFields = ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const

/** What the machines of a tier hold: stopped ones keep their disk only. */
export const taken = (machines: readonly Machine[], tier: CpuTier): Pool => {
  const sum: Pool = {
    n_vcpus: 0,
    mem_gib: 0,
    disk_size_gib: 0,
    gpus: { 'RTX 4090': 0, 'RTX 5090': 0, 'RTX PRO 6000 Blackwell': 0 },
  }
  for (const machine of machines) {
    if (machine.cpu_tier !== tier) continue
    const state = effectiveState(machine)
    if (holdsDisk(state)) sum.disk_size_gib += machine.disk_size_gib
    if (!holdsCompute(state)) continue
    sum.n_vcpus += machine.n_vcpus
    sum.mem_gib += machine.mem_gib
    if (machine.gpu_model !== null) sum.gpus[machine.gpu_model] += machine.n_gpus
  }
  return sum
}

/** What is free on the host of a tier; never less than nothing, even where the pool was made smaller than what runs. */
export const free = (world: World, tier: CpuTier): Pool => {
  const pool = world.pools[tier]
  const used = taken(world.machines, tier)
  const rest = (field: keyof Size): number => Math.max(0, pool[field] - used[field])
  const restOf = (model: GpuModel): number => Math.max(0, pool.gpus[model] - used.gpus[model])
  return {
    n_vcpus: rest('n_vcpus'),
    mem_gib: rest('mem_gib'),
    disk_size_gib: rest('disk_size_gib'),
    gpus: {
      'RTX 4090': restOf('RTX 4090'),
      'RTX 5090': restOf('RTX 5090'),
      'RTX PRO 6000 Blackwell': restOf('RTX PRO 6000 Blackwell'),
    },
  }
}

/** Whether the host has room for `need`; null where it has. A need of zero or less always fits. */
export const shortage = (world: World, need: Need): Shortage | null => {
  const { gpus, ...size } = free(world, need.cpu_tier)
  const short = sizeFields.filter((field) => need[field] > 0 && need[field] > size[field])
  const gpuShort = need.gpu_model !== null && gpus[need.gpu_model] < 1
  if (short.length === 0 && !gpuShort) return null
  return {
    bottleneck: [...short, ...(gpuShort ? (['gpu_model'] as const) : [])],
    free: size,
    otherGpu: gpuShort ? (gpuModels.find((model) => gpus[model] > 0) ?? null) : null,
  }
}
