import { randomUUID } from 'node:crypto'

/** The example object of the API page, field by field; the list of the page has no `owner_email`, and neither has this. */
export const aMachine = (given: object) => ({
  uuid: randomUUID(),
  name: 'zealous-cloud-42',
  lan_ipv4: '192.168.30.15',
  state: 'running',
  n_vcpus: 8,
  mem_gib: 16,
  disk_size_gib: 100,
  n_gpus: 0,
  wan_ssh_port: 30_140,
  resource_type: 'vm',
  flavor: 'base',
  public_ipv4: '10.10.10.10',
  original_ccloud_password: 'abc123def456',
  created_at: '2025-12-21T12:09:52.144Z',
  vcpu_cost_hourly_usd: 0.05,
  ram_cost_hourly_usd: 0.02,
  storage_cost_hourly_usd: 0.001,
  gpu_cost_hourly_usd: 0,
  gpu_model: null,
  cpu_tier: 'general-purpose',
  ssh_command: 'ssh -p 30140 ccloud@login.carolinacloud.io',
  webapp_url: null,
  wan_ports: new Array<number>(),
  ...given,
})
export type Machine = ReturnType<typeof aMachine>
