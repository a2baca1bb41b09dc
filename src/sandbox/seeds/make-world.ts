import { cpuTiers, type CpuTier } from '#contract/vocabulary.ts'

import { taken } from '../capacity.ts'
import type { GpuModel } from '../gpus.ts'
import type { Scenario } from '../keys.ts'
import type { Machine } from '../machine.ts'
import type { Pool, World } from '../world.ts'
import { hugeRows } from './huge.ts'
import { labRows } from './lab.ts'
import { liveFleetRows } from './live.ts'
import { plant, type SeedRow } from './row.ts'

const rowsOf: Readonly<Record<Scenario, () => readonly SeedRow[]>> = {
  lab: () => labRows,
  empty: () => [],
  huge: hugeRows,
  slow: () => labRows,
  flaky: () => labRows,
  full: () => labRows,
  live: () => liveFleetRows,
}

/** Large enough for the largest instance, too small for it beside the lab fleet, even if one of the fleet grew to it. */
const hosts: Readonly<Record<CpuTier, Pool>> = {
  'general-purpose': {
    n_vcpus: 288,
    mem_gib: 704,
    disk_size_gib: 14_000,
    gpus: { 'RTX 4090': 3, 'RTX 5090': 2, 'RTX PRO 6000 Blackwell': 1 },
  },
  'high-performance': {
    n_vcpus: 256,
    mem_gib: 768,
    disk_size_gib: 10_000,
    gpus: { 'RTX 4090': 1, 'RTX 5090': 1, 'RTX PRO 6000 Blackwell': 1 },
  },
}

const noGpus: Readonly<Record<GpuModel, number>> = {
  'RTX 4090': 0,
  'RTX 5090': 0,
  'RTX PRO 6000 Blackwell': 0,
}
const nothing: Pool = { n_vcpus: 0, mem_gib: 0, disk_size_gib: 0, gpus: noGpus }

/** A host that has `spare` free beside what the machines hold already. */
export const poolWith = (machines: readonly Machine[], tier: CpuTier, spare: Pool): Pool => {
  const used = taken(machines, tier)
  const gpu = (model: GpuModel): number => used.gpus[model] + spare.gpus[model]
  return {
    n_vcpus: used.n_vcpus + spare.n_vcpus,
    mem_gib: used.mem_gib + spare.mem_gib,
    disk_size_gib: used.disk_size_gib + spare.disk_size_gib,
    gpus: {
      'RTX 4090': gpu('RTX 4090'),
      'RTX 5090': gpu('RTX 5090'),
      'RTX PRO 6000 Blackwell': gpu('RTX PRO 6000 Blackwell'),
    },
  }
}

const poolOf = (scenario: Scenario, machines: readonly Machine[], tier: CpuTier): Pool => {
  if (scenario === 'full') return nothing
  return scenario === 'huge' ? poolWith(machines, tier, hosts[tier]) : hosts[tier]
}

/** Running vCPUs that an account of the live dialect may have in all. */
const liveAccountVcpus = 320

/** A new world at `now` (ms), from the rows of its scenario or from rows of one's own. */
export const makeWorld = (
  scenario: Scenario,
  worldId: string,
  now: number,
  rows: readonly SeedRow[] = rowsOf[scenario](),
): World => {
  const machines = plant(rows, worldId, now)
  const [general, high] = cpuTiers
  return {
    version: 1,
    scenario,
    seededAt: now,
    aheadMs: 0,
    nextSlot: machines.length,
    pools: { [general]: poolOf(scenario, machines, general), [high]: poolOf(scenario, machines, high) },
    accountVcpus: scenario === 'live' ? liveAccountVcpus : null,
    machines,
    closed: [],
  }
}
