import type { Instance } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates, resourceTypes } from '#contract/vocabulary.ts'
import type { FleetView } from '#model/fleet/fleet-search.ts'
import { facetWords, hasGpu, withoutDeleted } from '#model/fleet/fleet-view.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'

/** A filter of the fleet by a list of words. */
interface WordFacet {
  key: 'state' | 'type' | 'flavor' | 'tier' | 'owner' | 'tag'
  label: string
  /** The words that are offered even when no instance has them, so that a filter never vanishes while it is on. */
  known: readonly string[]
  read: (instance: Instance, annotations: Annotations) => readonly string[]
  word: (value: string) => string
}

const stateWord = (state: string) => {
  const { word } = stateInfo(state)
  return word === 'Stopped' && state !== 'stopped' ? `Stopped (${state})` : word
}
const asSaid = (word: string) => word
const said = (word: string | null) => (word === null ? [] : [word])

const wordFacets: readonly WordFacet[] = [
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
    read: ({ uuid }, annotations) => annotations.get(uuid)?.tags ?? [],
    word: asSaid,
  },
]

const gpuWords = { yes: 'with GPU', no: 'without GPU' } as const
const isKnownGpu = (value: string | undefined): value is keyof typeof gpuWords =>
  value === 'yes' || value === 'no'

/** A filter as it is offered: what can be chosen, what is, and what a choice makes of the view. */
export interface Facet {
  label: string
  options: readonly { value: string; label: string; count: number }[]
  chosen: readonly string[]
  choose: (chosen: readonly string[]) => Partial<FleetView>
}

/** Every filter that there is. Tags are offered once something has one. */
export const facetsOf = (
  instances: readonly Instance[],
  annotations: Annotations,
  view: FleetView,
): readonly Facet[] => {
  // Deleted ones are counted as such, and nowhere else while they are hidden.
  const shown = withoutDeleted(instances, view)
  const words = wordFacets.map(({ key, label, known, read, word }): Facet => {
    const counts = new Map<string, number>()
    const counted = key === 'state' ? instances : shown
    for (const value of counted.flatMap((instance) => read(instance, annotations)))
      counts.set(value, (counts.get(value) ?? 0) + 1)
    return {
      label,
      options: facetWords(known, counts.keys(), view[key]).map((value) => ({
        value,
        label: word(value),
        count: counts.get(value) ?? 0,
      })),
      chosen: view[key],
      choose: (chosen) => ({ [key]: [...chosen] }),
    }
  })
  const withGpu = shown.filter(hasGpu).length
  const gpu: Facet = {
    label: 'GPU',
    options: [
      { value: 'yes', label: gpuWords.yes, count: withGpu },
      { value: 'no', label: gpuWords.no, count: shown.length - withGpu },
    ],
    chosen: view.gpu === 'any' ? [] : [view.gpu],
    choose: (chosen) => {
      const added = chosen.find((value) => value !== view.gpu)
      return { gpu: isKnownGpu(added) ? added : 'any' }
    },
  }
  return [...words, gpu].filter(({ label, options }) => label !== 'Tag' || options.length > 0)
}
