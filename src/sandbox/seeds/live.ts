import { sentieonRate } from '../rates.ts'
import { labRows } from './lab.ts'
import type { SeedRow } from './row.ts'

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
export const liveFleetRows: readonly SeedRow[] = [...labRows.map(withSurcharge), ...liveRows]
