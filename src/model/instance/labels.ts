import type { Instance } from '#contract/instance.ts'
import type { CpuTier } from '#contract/vocabulary.ts'
import { formatCount, formatGib } from '#lib/format.ts'
import { readable } from '#lib/text.ts'

import { gpuLabel } from './gpus.ts'

/** "Virtual machine", "Container", or the service's own word. */
export const typeLabel = (type: string): string => (type === 'vm' ? 'Virtual machine' : readable(type))

/** The type within a sentence: "a virtual machine". */
export const typeName = (type: string): string =>
  type === 'vm' ? 'a virtual machine' : type === 'container' ? 'a container' : `a “${type}”`

/** "General purpose", "High performance", or the service's own word; null where it did not say. */
export const tierLabel = (tier: string | null): string | null => (tier === null ? null : readable(tier))

export const isHighTier = (tier: string | null): boolean => tier === ('high-performance' satisfies CpuTier)

type Sized = Pick<Instance, 'n_vcpus' | 'mem_gib' | 'disk_size_gib' | 'n_gpus' | 'gpu_model'>

/** "1× RTX 5090", or null where there is no GPU. */
export const gpuText = ({ n_gpus: count, gpu_model: model }: Sized): string | null => {
  if (count === 0 || (count === null && model === null)) return null
  const label = gpuLabel(model) ?? 'GPU'
  return count === null ? label : `${formatCount(count)}× ${label}`
}

/** The GPU in as few letters as tell it apart, for a chip: "RTX 5090", "2× PRO 6000"; null where there is none. */
export const gpuShortText = (sized: Sized): string | null =>
  gpuText(sized)
    ?.replace(/^1× /, '')
    .replace(/RTX (PRO \d+) Blackwell/, '$1') ?? null

/** "16 vCPU · 64 GiB · 500 GiB", leaving out what the service did not say. Memory comes before disk. */
export const sizeText = ({ n_vcpus: vcpus, mem_gib: memory, disk_size_gib: disk }: Sized): string =>
  [
    vcpus === null ? null : `${formatCount(vcpus)} vCPU`,
    memory === null ? null : formatGib(memory),
    disk === null ? null : formatGib(disk),
  ]
    .filter((part) => part !== null)
    .join(' · ')
