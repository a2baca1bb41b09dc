import type { Instance } from '#contract/instance.ts'
import { formatNumber } from '#lib/format.ts'
import type { UsageSample } from '#model/usage/usage.ts'

/** One of the three things that are measured, and how it is shown. */
export interface Metric {
  name: string
  unit: '%' | 'GiB'
  value: (sample: UsageSample) => number | null
  /** The top of the axis. */
  max: (latest: UsageSample | null, instance: Instance) => number
}

const percent = 100

export const metrics: readonly Metric[] = [
  { name: 'CPU', unit: '%', value: ({ cpu }) => cpu, max: () => percent },
  {
    name: 'Memory',
    unit: 'GiB',
    value: ({ memUsed }) => memUsed,
    max: (latest, { mem_gib: memory }) => latest?.memTotal ?? memory ?? 1,
  },
  {
    name: 'Disk',
    unit: 'GiB',
    value: ({ diskUsed }) => diskUsed,
    max: (latest, { disk_size_gib: disk }) => latest?.diskTotal ?? disk ?? 1,
  },
]

/** "%" or "/ 64 GiB": what stands behind the big figure. */
export const unitText = ({ unit }: Metric, max: number): string =>
  unit === '%' ? '%' : `/ ${formatNumber(max)}\u00a0GiB`
