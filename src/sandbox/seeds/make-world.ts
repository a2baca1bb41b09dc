import { type CpuTier, cpuTiers, pageFlavors } from '#contract/vocabulary.ts'

import { taken } from '../capacity.ts'
import { hash32, pick, share } from '../hash.ts'
import type { Scenario } from '../keys.ts'
import type { Machine } from '../machine.ts'
import { type GpuModel, sentieonRate } from '../rates.ts'
import type { Pool, World } from '../world.ts'
import { labRows } from './lab.ts'
import { plant, type SeedRow } from './row.ts'

const soon = 600

/** Rows that only the live service has: its own states and flavors, and answers with gaps. */
const liveRows: SeedRow[] = [
  { name: 'quiet-notebook', flavor: 'jupyterlab', state: 'idle', habit: 'idle', age_seconds: 86_400 },
  {
    name: 'pipeline-head',
    flavor: 'nextflow-head',
    state: 'migrating',
    becomes: { state: 'running', seconds: soon },
  },
  { name: 'browser-box', flavor: 'chromium', state: 'cloning', becomes: { state: 'running', seconds: soon } },
  { name: 'bio-sandbox', flavor: 'sandboxbio', state: 'unhealthy' },
  {
    name: 'lost-worker',
    flavor: 'prefect',
    state: 'lost',
    oddities: { omit: ['ssh_command'], set: { wan_ssh_port: null, webapp_url: '' } },
  },
  {
    name: 'growing-vm',
    resource_type: 'vm',
    flavor: 'vm',
    state: 'resizing',
    becomes: { state: 'running', seconds: soon },
    ports: [8080],
    ssh: 'address',
    oddities: { omit: [], set: { distro: 'debian' } },
  },
  { name: 'fading-away', state: 'deleting', becomes: { state: 'deleted', seconds: soon } },
  {
    name: 'half-a-gib',
    n_vcpus: 1,
    mem_gib: 0.5,
    disk_size_gib: 10,
    oddities: {
      omit: ['owner_email', 'gpu_cost_hourly_usd', 'wan_ports'],
      set: { gpu_model: null, auto_stop_enabled: true, auto_stop_minutes: 30 },
    },
  },
  {
    name: 'long-gpu-name',
    flavor: 'datascience',
    gpu_model: 'RTX 4090',
    oddities: { omit: ['public_ipv4'], set: { gpu_model: 'NVIDIA GeForce RTX 4090', wan_ports: null } },
  },
  {
    name: 'odd-ports',
    resource_type: 'vm',
    flavor: 'vm',
    ssh: 'address',
    oddities: { omit: [], set: { wan_ports: 'none', public_ipv4: '' } },
  },
]

const withSurcharge = (row: SeedRow): SeedRow =>
  row.flavor === 'genomics' ? { ...row, surcharge: sentieonRate } : row

/** The lab fleet as the live service tells it, with rows in every way the live service is known to differ. */
const liveFleetRows: readonly SeedRow[] = [...labRows.map(withSurcharge), ...liveRows]

const count = 10_000
const seed = 'huge'

const teams = [
  'atlas',
  'census',
  'forest',
  'genome',
  'harbor',
  'ocean',
  'pollen',
  'soil',
  'vision',
  'weather',
] as const
const owners = ['ada@lab.example', 'barbara@lab.example', 'rosalind@lab.example', 'lynn@lab.example'] as const

const stateOf = (index: number, isVm: boolean): SeedRow['state'] => {
  const chance = share(seed, 'state', index)
  if (chance < 0.7) return 'running'
  if (chance < 0.97) return isVm ? 'shut_off' : 'exited'
  return chance < 0.99 ? 'error' : 'provisioning'
}

const row = (index: number): SeedRow => {
  const isVm = share(seed, 'type', index) < 0.2
  const n_vcpus = pick([1, 2, 4, 8, 16, 32], seed, 'vcpus', index)
  return {
    name: `${pick(teams, seed, 'team', index)}-${String(index).padStart(5, '0')}`,
    resource_type: isVm ? 'vm' : 'container',
    flavor: isVm ? 'base' : pick(pageFlavors, seed, 'flavor', index),
    cpu_tier: share(seed, 'tier', index) < 0.3 ? 'high-performance' : 'general-purpose',
    n_vcpus,
    mem_gib: n_vcpus * 4,
    disk_size_gib: pick([20, 50, 100, 250, 500, 1000], seed, 'disk', index),
    gpu_model: !isVm && share(seed, 'gpu', index) < 0.03 ? 'RTX 5090' : null,
    state: stateOf(index, isVm),
    age_seconds: hash32(seed, 'age', index) % (800 * 86_400),
    owner_email: pick(owners, seed, 'owner', index),
    ports: isVm && share(seed, 'port', index) < 0.5 ? [443] : [],
  }
}

/** Ten thousand instances, the same each time. */
const hugeRows = (): SeedRow[] => Array.from({ length: count }, (_, index) => row(index))

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
