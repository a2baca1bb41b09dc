import { hash32, pick, share } from '../hash.ts'
import type { SeedRow } from './row.ts'

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
const flavors = [
  'base',
  'datascience',
  'marimo',
  'datasciencemarimo',
  'rstudioserver',
  'rgeospatial',
  'genomics',
  'plaingenomics',
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
    flavor: isVm ? 'base' : pick(flavors, seed, 'flavor', index),
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
export const hugeRows = (): SeedRow[] => Array.from({ length: count }, (_, index) => row(index))
