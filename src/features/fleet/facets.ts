import type { Instance } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates, resourceTypes } from '#contract/vocabulary.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'
import type { Marks } from '#model/instance/marks.ts'
import { stateInfo } from '#model/instance/states.ts'

/** A filter of the fleet by a list of words. */
export interface Facet {
  key: 'state' | 'type' | 'flavor' | 'tier' | 'owner' | 'tag'
  label: string
  /** The words that are offered even when no instance has them, so that a filter never vanishes while it is on. */
  known: readonly string[]
  read: (instance: Instance, marks: Marks) => readonly string[]
  word: (value: string) => string
}

const stateWord = (state: string) => {
  const { word } = stateInfo(state)
  return word === 'Stopped' ? `Stopped (${state})` : word
}

const asSaid = (word: string) => word
const said = (word: string | null) => (word === null ? [] : [word])

export const facets: readonly Facet[] = [
  { key: 'state', label: 'State', known: pageStates, read: ({ state }) => [state], word: stateWord },
  { key: 'type', label: 'Type', known: resourceTypes, read: (one) => [one.resource_type], word: typeLabel },
  {
    key: 'flavor',
    label: 'Environment',
    known: pageFlavors,
    read: ({ flavor }) => [flavor],
    word: flavorLabel,
  },
  {
    key: 'tier',
    label: 'CPU tier',
    known: cpuTiers,
    read: (one) => said(one.cpu_tier),
    word: (tier) => tierLabel(tier) ?? tier,
  },
  { key: 'owner', label: 'Owner', known: [], read: (one) => said(one.owner_email), word: asSaid },
  {
    key: 'tag',
    label: 'Tag',
    known: [],
    read: ({ uuid }, marks) => marks.get(uuid)?.tags ?? [],
    word: asSaid,
  },
]

export const gpuWords = { yes: 'with GPU', no: 'without GPU' } as const
export const isKnownGpu = (value: string | undefined): value is keyof typeof gpuWords =>
  value === 'yes' || value === 'no'
