import * as at from './addresses.ts'
import type { Shortage } from './capacity.ts'
import type { GpuModel } from './gpus.ts'
import type { Machine, Size } from './machine.ts'
import { dollars, gpuRates, tierRates } from './rates.ts'

/** What was asked for and could not be had. */
export interface Asked extends Size {
  gpu_model: GpuModel | null
}

/** An instance in exactly the fields of the API page. */
export const pageInstance = (machine: Machine) => {
  const rates = tierRates[machine.cpu_tier]
  return {
    uuid: machine.uuid,
    name: machine.name,
    lan_ipv4: at.lanAddress(machine),
    state: machine.state,
    n_vcpus: machine.n_vcpus,
    mem_gib: machine.mem_gib,
    disk_size_gib: machine.disk_size_gib,
    n_gpus: machine.n_gpus,
    wan_ssh_port: at.sshPort(machine),
    resource_type: machine.resource_type,
    owner_email: machine.owner_email,
    flavor: machine.flavor,
    public_ipv4: at.publicAddress(machine),
    original_ccloud_password: machine.password,
    created_at: new Date(machine.created).toISOString(),
    vcpu_cost_hourly_usd: dollars(rates.vcpu),
    ram_cost_hourly_usd: dollars(rates.ram),
    storage_cost_hourly_usd: dollars(rates.storage),
    gpu_cost_hourly_usd: machine.gpu_model === null ? 0 : dollars(gpuRates[machine.gpu_model]),
    gpu_model: machine.gpu_model,
    cpu_tier: machine.cpu_tier,
    ssh_command: at.sshCommand(machine),
    webapp_url: at.webapp(machine),
    wan_ports: machine.ports,
  }
}

/**
 * The page's 422. `requested` and `nearest_available` hold vCPUs and memory always, as on the page, and disk and GPU where
 * those are short. What is nearest is never more than was asked.
 */
export const pageShortage = (asked: Asked, { bottleneck, free, otherGpu }: Shortage) => {
  const disk = bottleneck.includes('disk_size_gib')
  const gpu = bottleneck.includes('gpu_model')
  return {
    detail: {
      message: 'Insufficient resources available',
      bottleneck,
      requested: {
        n_vcpus: asked.n_vcpus,
        mem_gib: asked.mem_gib,
        ...(disk ? { disk_size_gib: asked.disk_size_gib } : {}),
        ...(gpu && asked.gpu_model !== null ? { gpu_model: asked.gpu_model } : {}),
      },
      nearest_available: {
        n_vcpus: Math.min(asked.n_vcpus, free.n_vcpus),
        mem_gib: Math.min(asked.mem_gib, free.mem_gib),
        ...(disk ? { disk_size_gib: Math.min(asked.disk_size_gib, free.disk_size_gib) } : {}),
        ...(otherGpu === null ? {} : { gpu_model: otherGpu }),
      },
    },
  }
}
