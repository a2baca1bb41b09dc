import type { SeedRow } from './row.ts'

// A little more than the round figure: a browser whose clock is behind would otherwise see a day less.
const minutes = (count: number) => count * 60 + 10
const hours = (count: number) => minutes(count * 60 + 1)
const days = (count: number) => hours(count * 24)

const ada = 'ada@lab.example'
const barbara = 'barbara@lab.example'
const rosalind = 'rosalind@lab.example'

const notebooks: SeedRow[] = [
  {
    name: 'rna-atlas',
    flavor: 'rstudioserver',
    cpu_tier: 'high-performance',
    n_vcpus: 16,
    mem_gib: 64,
    disk_size_gib: 500,
    age_seconds: days(3),
    owner_email: ada,
    habit: 'steady',
  },
  {
    name: 'brave-box-979',
    flavor: 'marimo',
    disk_size_gib: 50,
    state: 'provisioning',
    age_seconds: minutes(14),
    owner_email: ada,
  },
  {
    name: 'lab-notebook',
    flavor: 'datasciencemarimo',
    n_vcpus: 8,
    mem_gib: 32,
    age_seconds: days(21),
    owner_email: barbara,
    habit: 'notebook',
  },
  {
    name: 'tutorial-marimo',
    flavor: 'marimo',
    disk_size_gib: 50,
    age_seconds: minutes(35),
    owner_email: rosalind,
    habit: 'notebook',
  },
  {
    name: 'qc-dashboard',
    flavor: 'rgeospatial',
    n_vcpus: 8,
    mem_gib: 32,
    disk_size_gib: 200,
    age_seconds: days(12),
    owner_email: barbara,
    habit: 'leak',
  },
  {
    name: 'geo-maps-2025',
    flavor: 'rgeospatial',
    n_vcpus: 16,
    mem_gib: 128,
    disk_size_gib: 2000,
    state: 'exited',
    age_seconds: days(92),
    owner_email: rosalind,
  },
]

const computing: SeedRow[] = [
  {
    name: 'llama-tune',
    flavor: 'datascience',
    n_vcpus: 24,
    mem_gib: 96,
    disk_size_gib: 1000,
    gpu_model: 'RTX 5090',
    age_seconds: hours(9),
    owner_email: ada,
    habit: 'idle',
  },
  {
    name: 'protein-folding',
    flavor: 'datascience',
    cpu_tier: 'high-performance',
    n_vcpus: 48,
    mem_gib: 192,
    disk_size_gib: 1000,
    gpu_model: 'RTX PRO 6000 Blackwell',
    age_seconds: days(5),
    owner_email: rosalind,
    habit: 'steady',
  },
  {
    name: 'vision-bench',
    n_vcpus: 16,
    mem_gib: 64,
    disk_size_gib: 400,
    gpu_model: 'RTX 4090',
    age_seconds: days(30),
    owner_email: barbara,
    habit: 'steady',
  },
  {
    name: 'variant-calls',
    flavor: 'genomics',
    cpu_tier: 'high-performance',
    n_vcpus: 64,
    mem_gib: 256,
    disk_size_gib: 1000,
    age_seconds: hours(2),
    owner_email: rosalind,
    habit: 'phases',
  },
  {
    name: 'star-index',
    flavor: 'genomics',
    n_vcpus: 32,
    mem_gib: 128,
    disk_size_gib: 500,
    state: 'error',
    age_seconds: minutes(12),
    owner_email: rosalind,
  },
  {
    name: 'single-cell-perturbation-screen-replicate-three-rerun-2026-long',
    flavor: 'plaingenomics',
    cpu_tier: 'high-performance',
    n_vcpus: 32,
    mem_gib: 128,
    disk_size_gib: 1500,
    state: 'exited',
    age_seconds: days(480),
    owner_email: rosalind,
  },
]

const servers: SeedRow[] = [
  {
    name: 'gateway',
    resource_type: 'vm',
    n_vcpus: 2,
    mem_gib: 4,
    disk_size_gib: 40,
    ports: [80, 443],
    ssh: 'address',
    age_seconds: days(148),
    owner_email: barbara,
  },
  {
    name: 'license-server',
    resource_type: 'vm',
    cpu_tier: 'high-performance',
    n_vcpus: 4,
    mem_gib: 8,
    disk_size_gib: 60,
    ports: [5432],
    age_seconds: days(400),
    owner_email: barbara,
  },
  {
    name: 'dev-server',
    resource_type: 'vm',
    n_vcpus: 8,
    mem_gib: 16,
    state: 'shut_off',
    age_seconds: days(41),
    owner_email: ada,
  },
  {
    name: 'old-archive',
    resource_type: 'vm',
    mem_gib: 8,
    disk_size_gib: 2000,
    state: 'shut_off',
    age_seconds: days(880),
    owner_email: barbara,
  },
  {
    name: 'far-host',
    mem_gib: 8,
    disk_size_gib: 80,
    reachable: false,
    age_seconds: days(6),
    owner_email: ada,
  },
  {
    name: 'ab',
    n_vcpus: 1,
    mem_gib: 1,
    disk_size_gib: 10,
    state: 'exited',
    age_seconds: days(61),
    owner_email: ada,
  },
  {
    name: 'field-trial-2023',
    disk_size_gib: 200,
    state: 'deleted',
    age_seconds: days(1100),
    owner_email: rosalind,
  },
]

/**
 * A lab's fleet: every state, flavor and tier of the page, VMs and containers, with and without a GPU, names of the least and
 * the greatest length, one that is stuck, one that idles on a GPU, one that leaks, and one whose host cannot be reached.
 */
export const labRows: readonly SeedRow[] = [...notebooks, ...computing, ...servers]
