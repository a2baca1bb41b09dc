import type { Capacity } from '#contract/errors.ts'
import { sizeLimits, type SizeField } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { readable } from '#lib/text.ts'

/** One part of a size: what was asked for and what would fit. Null where the service did not say. */
export interface CapacityPart {
  label: string
  asked: number | null
  free: number | null
}

/** What a 422 comes to for a person. */
export interface CapacityReport {
  /** A full host may have room later or for less; an account's limit has to be raised. */
  kind: 'host' | 'account'
  title: string
  sentence: string
  /** What was asked for and what is free, part by part, as far as the service said. */
  parts: CapacityPart[]
  /** The nearest size that fits, for the button that fills it in; null when there is none. */
  fits: Partial<Record<SizeField, number>> | null
}

const notDone = {
  create: 'Nothing was created.',
  resize: 'The instance keeps its size.',
  restart: 'The instance stays stopped.',
} as const

const resourceNames = new Map([
  ['n_vcpus', 'vCPUs'],
  ['cpus', 'vCPUs'],
  ['vcpus', 'vCPUs'],
  ['mem_gib', 'memory'],
  ['ram', 'memory'],
  ['disk_size_gib', 'disk space'],
  ['disk', 'disk space'],
  ['gpu_model', 'GPUs'],
  ['gpu', 'GPUs'],
  ['gpus', 'GPUs'],
])

const resourceName = (word: string): string => {
  const resource = word.replace(/^account_(?:max_)?/, '')
  return resourceNames.get(resource) ?? readable(resource).toLowerCase()
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const partLabels = {
  n_vcpus: 'vCPU',
  mem_gib: 'Memory',
  disk_size_gib: 'Disk',
} as const satisfies Record<SizeField, string>

const partsOf = ({ requested, nearest }: Capacity): CapacityPart[] =>
  (['n_vcpus', 'mem_gib', 'disk_size_gib'] as const)
    .map((field) => ({
      label: partLabels[field],
      asked: requested[field],
      free: nearest?.[field] ?? null,
    }))
    .filter(({ asked, free }) => asked !== null || free !== null)

/** The nearest size in whole units, never more than was asked; null where the service names none or too little to use. */
const fitting = ({ nearest, requested }: Capacity): CapacityReport['fits'] => {
  const fits: Partial<Record<SizeField, number>> = {}
  for (const field of ['n_vcpus', 'mem_gib', 'disk_size_gib'] as const) {
    const near = nearest?.[field] ?? null
    if (near === null) continue
    const value = Math.floor(Math.min(near, requested[field] ?? near, sizeLimits[field].max))
    if (value < sizeLimits[field].min) return null
    fits[field] = value
  }
  return Object.keys(fits).length === 0 ? null : fits
}

/** Tells a full host from a limit of the account, and says what is short, what was not done, and what would fit. */
export const capacityReport = (capacity: Capacity, action: keyof typeof notDone): CapacityReport => {
  const short = list([...new Set(capacity.bottleneck.map(resourceName))])
  if (capacity.account === null)
    return {
      kind: 'host',
      title: 'Not enough room right now',
      sentence: `${short === '' ? '' : `Short of ${short}. `}${notDone[action]}`,
      parts: partsOf(capacity),
      fits: fitting(capacity),
    }
  const { limit, current } = capacity.account
  const figures = [
    limit === null ? null : `the limit is ${formatCount(limit)}`,
    current === null ? null : `${formatCount(current)} in use`,
  ].filter((figure) => figure !== null)
  return {
    kind: 'account',
    title: 'Your account has reached a limit',
    sentence: `Your account may not have more ${short === '' ? 'instances' : short}${figures.length === 0 ? '' : ` (${figures.join(', ')})`}. ${notDone[action]} Stop or delete something, or ask Carolina Cloud to raise the limit.`,
    parts: [],
    fits: null,
  }
}
