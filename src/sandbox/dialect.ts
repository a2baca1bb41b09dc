import type * as z from 'zod/mini'

import type { instanceWire } from '#contract/wire.ts'

import type { Shortage } from './capacity.ts'
import { type Machine, type Size, effectiveState } from './machine.ts'
import { lanAddress, publicAddress, sshCommand, sshPort, webapp } from './make-machine.ts'
import { hourly } from './meter.ts'
import { dollars, type GpuModel, gpuRates, gpus, tierRates } from './rates.ts'
import type { World } from './world.ts'

/** An instance as the live service tells it: more fields, the GPU as a slug, and the row's own gaps. */
const liveInstance = (machine: Machine): Record<string, unknown> => {
  const { compute, gpu, storage, surcharge } = hourly(machine)
  const answer: Record<string, unknown> = {
    ...pageInstance(machine),
    gpu_model: machine.gpu_model === null ? '' : gpus[machine.gpu_model].slug,
    gpu_cost_hourly_usd: machine.gpu_model === null ? null : pageInstance(machine).gpu_cost_hourly_usd,
    hourly_cost_usd: dollars(Number(compute + gpu + storage + surcharge)),
    sentieon_hourly_cost_usd: machine.surcharge > 0 ? dollars(machine.surcharge) : null,
    currently_running_sentieon: machine.surcharge > 0 && effectiveState(machine) === 'running',
    distro: machine.resource_type === 'vm' ? 'ubuntu' : null,
    auto_stop_enabled: false,
    auto_stop_minutes: null,
    project: null,
    host: `${machine.cpu_tier}-1`,
    ...machine.oddities?.set,
  }
  for (const field of machine.oddities?.omit ?? []) delete answer[field]
  return answer
}

const longName = (model: GpuModel | null): string | null => (model === null ? null : gpus[model].long)

const requested = ({ n_vcpus, mem_gib, disk_size_gib, gpu_model }: Asked) => ({
  cpus: n_vcpus,
  ram: mem_gib,
  disk: disk_size_gib,
  gpu_model: longName(gpu_model),
})

/** The live service's 422: its own words for the sizes, and no `detail` around them. */
const liveShortage = (asked: Asked, { bottleneck, free, otherGpu }: Shortage) => {
  const words = { n_vcpus: 'cpus', mem_gib: 'ram', disk_size_gib: 'disk', gpu_model: 'gpu_model' } as const
  const gpuShort = bottleneck.includes('gpu_model')
  return {
    message: 'Insufficient resources available',
    bottleneck: bottleneck.map((field) => words[field]),
    requested: requested(asked),
    nearest_available: {
      cpus: Math.min(asked.n_vcpus, free.n_vcpus),
      ram: Math.min(asked.mem_gib, free.mem_gib),
      disk: Math.min(asked.disk_size_gib, free.disk_size_gib),
      gpu_model: longName(gpuShort ? otherGpu : asked.gpu_model),
      gpus: asked.gpu_model === null || (gpuShort && otherGpu === null) ? 0 : 1,
    },
  }
}

/** The live service's 422 for a limit of the account: what is allowed and what runs, and nothing that would fit. */
const liveAccountLimit = (asked: Asked, limit: number, current: number) => ({
  message: 'Account limit reached',
  bottleneck: ['account_vcpus'],
  requested: requested(asked),
  limit,
  current,
})

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
    lan_ipv4: lanAddress(machine),
    state: machine.state,
    n_vcpus: machine.n_vcpus,
    mem_gib: machine.mem_gib,
    disk_size_gib: machine.disk_size_gib,
    n_gpus: machine.n_gpus,
    wan_ssh_port: sshPort(machine),
    resource_type: machine.resource_type,
    owner_email: machine.owner_email,
    flavor: machine.flavor,
    public_ipv4: publicAddress(machine),
    original_ccloud_password: machine.password,
    created_at: new Date(machine.created).toISOString(),
    vcpu_cost_hourly_usd: dollars(rates.vcpu),
    ram_cost_hourly_usd: dollars(rates.ram),
    storage_cost_hourly_usd: dollars(rates.storage),
    gpu_cost_hourly_usd: machine.gpu_model === null ? 0 : dollars(gpuRates[machine.gpu_model]),
    gpu_model: machine.gpu_model,
    cpu_tier: machine.cpu_tier,
    ssh_command: sshCommand(machine),
    webapp_url: webapp(machine),
    wan_ports: machine.ports,
  } satisfies Record<keyof z.output<typeof instanceWire>, unknown>
}

/**
 * The page's 422. `requested` and `nearest_available` hold vCPUs and memory always, as on the page, and disk and GPU where
 * those are short. What is nearest is never more than was asked.
 */
const pageShortage = (asked: Asked, { bottleneck, free, otherGpu }: Shortage) => {
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

/** Whether this world answers as the live service does, rather than as the API page says. */
export const isLive = ({ scenario }: World): boolean => scenario === 'live'

export const instanceAnswer = (world: World, machine: Machine): object =>
  isLive(world) ? liveInstance(machine) : pageInstance(machine)

/** Why something did not fit: the host has no room, or the account has reached its limit. */
export type Refusal = { host: Shortage } | { limit: number; current: number }

export const refusalAnswer = (world: World, asked: Asked, refusal: Refusal): object => {
  if ('limit' in refusal) return liveAccountLimit(asked, refusal.limit, refusal.current)
  return isLive(world) ? liveShortage(asked, refusal.host) : pageShortage(asked, refusal.host)
}
