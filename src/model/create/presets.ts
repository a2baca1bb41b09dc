import { flavorInfo, type FlavorFamily } from '../instance/flavors.ts'

/** A ready size. Memory and disk in GiB. */
export interface Preset {
  id: 'small' | 'medium' | 'large'
  label: string
  description: string
  n_vcpus: number
  mem_gib: number
  disk_size_gib: number
}

type Row = readonly [vcpus: number, memory: number, disk: number, description: string]

interface FamilySizes {
  advice: string
  small: Row
  medium: Row
  large: Row
}

/** Disks follow the service's own advice: notebooks 50–100 GiB, data science 200–500, genomics 500–1000. */
const sizes: Record<FlavorFamily, FamilySizes> = {
  plain: {
    advice: 'A small server fits 2 vCPU; a build or a database wants 4 GiB for each vCPU.',
    small: [2, 4, 40, 'A gateway, a bot, a small service'],
    medium: [4, 16, 100, 'A development machine or a database'],
    large: [16, 64, 200, 'Builds and heavy services'],
  },
  notebook: {
    advice: 'Notebook work usually fits 2–8 vCPU and 4 GiB for each.',
    small: [2, 8, 50, 'Notes, plots, small tables'],
    medium: [4, 16, 50, 'Everyday analysis'],
    large: [8, 32, 100, 'Tables that fill memory'],
  },
  'data-science': {
    advice: 'Data science usually fits 4–16 vCPU and 4 GiB for each.',
    small: [4, 16, 200, 'Exploring data'],
    medium: [8, 32, 200, 'Training small models'],
    large: [16, 64, 500, 'Large tables and parallel training'],
  },
  rstudio: {
    advice: 'RStudio work usually fits 8–16 vCPU and 4 GiB for each.',
    small: [4, 16, 100, 'Scripts and plots'],
    medium: [8, 32, 200, 'Everyday analysis'],
    large: [16, 64, 500, 'Single-cell data, large rasters'],
  },
  genomics: {
    advice: 'Aligners and callers usually fit 16–64 vCPU and 4 GiB for each.',
    small: [16, 64, 500, 'A panel or an exome'],
    medium: [32, 128, 500, 'A genome overnight'],
    large: [64, 256, 1000, 'A genome in hours, or several'],
  },
}

const preset = (id: Preset['id'], label: string, [vcpus, memory, disk, description]: Row): Preset => ({
  id,
  label,
  description,
  n_vcpus: vcpus,
  mem_gib: memory,
  disk_size_gib: disk,
})

/** Three sizes for a flavor, smallest first. */
export const presetsFor = (flavor: string): readonly [Preset, Preset, Preset] => {
  const { small, medium, large } = sizes[flavorInfo(flavor).family]
  return [
    preset('small', 'Small', small),
    preset('medium', 'Medium', medium),
    preset('large', 'Large', large),
  ]
}

/** One sentence on what usually fits a flavor. */
export const sizeAdvice = (flavor: string): string => sizes[flavorInfo(flavor).family].advice
