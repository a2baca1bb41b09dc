import type { Recipe, Size } from '../machine.ts'

/** What was done to a machine, and what it was like before where that does not follow. */
type Deed =
  | { do: 'stop' | 'restart' }
  | { do: 'resize'; from: Partial<Size> }
  | { do: 'rename'; from: string }
  | { do: 'openPort' | 'closePort'; port: number }
export type DeedName = Deed['do'] | 'create' | 'delete'

/** One thing that was done, so many hours before the world began. `elsewhere`: not in the browser that the history is of. */
export type Step = Deed & { hours: number; elsewhere?: true }

/** A machine that was created and deleted within the week. */
interface Former {
  recipe: Recipe
  created: number
  deleted: number
}

/**
 * What happened to the machines of the lab in the week before its world began, by name, in the order of time. It leads to the fleet as
 * it is seeded (`seeds/lab.ts`); what is created within the week is told by the ages there. RStudio and Marimo are started more than
 * three times, so that what a start usually takes is known.
 */
export const labSteps: Readonly<Record<string, readonly Step[]>> = {
  'rna-atlas': [
    { hours: 70.4, do: 'stop' },
    { hours: 69.8, do: 'restart' },
    { hours: 46.2, do: 'stop' },
    { hours: 28.8, do: 'restart' },
    { hours: 27.5, do: 'resize', from: { n_vcpus: 8, mem_gib: 32 } },
    { hours: 17.2, do: 'stop' },
    { hours: 8.7, do: 'restart' },
  ],
  'lab-notebook': [
    { hours: 148, do: 'rename', from: 'notebook' },
    { hours: 141.8, do: 'stop' },
    { hours: 124.9, do: 'restart' },
    { hours: 93.9, do: 'stop' },
    { hours: 76.8, do: 'restart' },
    { hours: 52, do: 'resize', from: { n_vcpus: 4, mem_gib: 16 } },
    { hours: 45.9, do: 'stop' },
    { hours: 28.9, do: 'restart' },
  ],
  'qc-dashboard': [
    { hours: 62, do: 'stop', elsewhere: true },
    { hours: 52.8, do: 'restart' },
  ],
  'geo-maps-2025': [{ hours: 142.5, do: 'stop' }],
  'protein-folding': [{ hours: 99.6, do: 'resize', from: { n_vcpus: 32, mem_gib: 128 }, elsewhere: true }],
  'vision-bench': [
    { hours: 94.2, do: 'stop', elsewhere: true },
    { hours: 76.3, do: 'restart', elsewhere: true },
  ],
  gateway: [{ hours: 71.3, do: 'openPort', port: 443, elsewhere: true }],
  'license-server': [
    { hours: 148.4, do: 'openPort', port: 5432 },
    { hours: 97.1, do: 'closePort', port: 8080, elsewhere: true },
  ],
  'dev-server': [
    { hours: 124.3, do: 'restart' },
    { hours: 118.6, do: 'stop' },
  ],
  ab: [
    { hours: 100.7, do: 'restart' },
    { hours: 96.5, do: 'stop' },
  ],
}

/** Whose browser it is: what others own, they created in theirs. */
export const labReader = 'ada@lab.example'

/** What was filled from S3 when it was created, by name. */
export const labPrefills: Readonly<Record<string, string>> = {
  'variant-calls': 'lab-bucket/runs/cohort-7',
  'rna-atlas': 'lab-bucket/atlas/counts',
}

const workshop = (name: string): Recipe => ({
  name,
  resource_type: 'container',
  flavor: 'marimo',
  cpu_tier: 'general-purpose',
  n_vcpus: 4,
  mem_gib: 16,
  disk_size_gib: 50,
  gpu_model: null,
})

/** A course of one afternoon, of which nothing is left. */
export const labFormer: readonly Former[] = [
  { recipe: workshop('workshop-a'), created: 123.5, deleted: 118.1 },
  { recipe: workshop('workshop-b'), created: 123.4, deleted: 118.05 },
  { recipe: workshop('workshop-c'), created: 123.3, deleted: 118 },
]
