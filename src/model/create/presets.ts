import type { SizeField } from '#contract/vocabulary.ts'

import { flavorInfo, type FlavorFamily } from '../instance/flavors.ts'

/** A ready size. Memory and disk in GiB. */
export interface Preset {
  id: 'small' | 'medium' | 'large' | 'x-large'
  label: string
  n_vcpus: number
  mem_gib: number
  disk_size_gib: number
}

type Row = readonly [vcpus: number, memory: number, disk: number]

type Range = readonly [least: number, most: number]

interface FamilySizes {
  rows: readonly [Row, Row, Row, Row]
  /** What work of this kind usually takes: vCPUs and disk. Four GiB of memory go with each vCPU. */
  usual: { vcpus: Range; disk: Range } | null
}

/** Disks follow the service's own advice: notebooks 50–100 GiB, data science 200–500, genomics 500–1000. */
const sizes: Record<FlavorFamily, FamilySizes> = {
  plain: {
    rows: [
      [2, 4, 40],
      [4, 16, 100],
      [16, 64, 200],
      [32, 128, 500],
    ],
    usual: null,
  },
  notebook: {
    rows: [
      [2, 8, 50],
      [4, 16, 50],
      [8, 32, 100],
      [16, 64, 100],
    ],
    usual: { vcpus: [2, 8], disk: [50, 100] },
  },
  'data-science': {
    rows: [
      [4, 16, 200],
      [8, 32, 200],
      [16, 64, 500],
      [32, 128, 500],
    ],
    usual: { vcpus: [4, 16], disk: [200, 500] },
  },
  rstudio: {
    rows: [
      [4, 16, 100],
      [8, 32, 200],
      [16, 64, 500],
      [32, 128, 1000],
    ],
    usual: { vcpus: [8, 16], disk: [100, 500] },
  },
  genomics: {
    rows: [
      [16, 64, 500],
      [32, 128, 500],
      [64, 256, 1000],
      [128, 512, 1000],
    ],
    usual: { vcpus: [16, 64], disk: [500, 1000] },
  },
}

const preset = (id: Preset['id'], label: string, [vcpus, memory, disk]: Row): Preset => ({
  id,
  label,
  n_vcpus: vcpus,
  mem_gib: memory,
  disk_size_gib: disk,
})

/** Four sizes for a flavor, smallest first. */
export const presetsFor = (flavor: string): readonly [Preset, Preset, Preset, Preset] => {
  const [small, medium, large, largest] = sizes[flavorInfo(flavor).family].rows
  return [
    preset('small', 'Small', small),
    preset('medium', 'Medium', medium),
    preset('large', 'Large', large),
    preset('x-large', 'X-large', largest),
  ]
}

/** The sizes that work on a flavor usually takes, from the least to the most; null where a flavor tells nothing of the work. */
export const usualSizes = (flavor: string): Readonly<Record<SizeField, Range>> | null => {
  const { usual } = sizes[flavorInfo(flavor).family]
  if (usual === null) return null
  const [least, most] = usual.vcpus
  return { n_vcpus: usual.vcpus, mem_gib: [least * 4, most * 4], disk_size_gib: usual.disk }
}
