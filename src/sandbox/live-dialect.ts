import type { Shortage } from './capacity.ts'
import { gpus, type GpuModel } from './gpus.ts'
import { standing, type Machine } from './machine.ts'
import { hourly } from './meter.ts'
import { pageInstance, type Asked } from './page-dialect.ts'
import { dollars } from './rates.ts'

/** An instance as the live service tells it: more fields, the GPU as a slug, and the row's own gaps. */
export const liveInstance = (machine: Machine): Record<string, unknown> => {
  const { compute, gpu, storage, surcharge } = hourly(machine)
  const answer: Record<string, unknown> = {
    ...pageInstance(machine),
    gpu_model: machine.gpu_model === null ? '' : gpus[machine.gpu_model].slug,
    gpu_cost_hourly_usd: machine.gpu_model === null ? null : pageInstance(machine).gpu_cost_hourly_usd,
    hourly_cost_usd: dollars(Number(compute + gpu + storage + surcharge)),
    sentieon_hourly_cost_usd: machine.surcharge > 0 ? dollars(machine.surcharge) : null,
    currently_running_sentieon: machine.surcharge > 0 && standing(machine) === 'running',
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
export const liveShortage = (asked: Asked, { bottleneck, free, otherGpu }: Shortage) => {
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
export const liveAccountLimit = (asked: Asked, limit: number, current: number) => ({
  message: 'Account limit reached',
  bottleneck: ['account_vcpus'],
  requested: requested(asked),
  limit,
  current,
})
