import { useMemo } from 'react'

import type { Instance } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates, resourceTypes } from '#contract/vocabulary.ts'
import { type FleetView, noFilters } from '#model/fleet/fleet-search.ts'
import { facetWords } from '#model/fleet/facet-words.ts'
import { hasGpu, withoutDeleted } from '#model/fleet/fleet-view.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'
import { stateInfo } from '#model/instance/states.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxList } from '#ui/checkbox-list.tsx'
import { Chip } from '#ui/chip.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

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

/** How many instances have each word, by filter; and how many have a GPU. */
const countsOf = (instances: readonly Instance[], annotations: Annotations) => {
  const words = new Map(wordFacets.map(({ key }) => [key, new Map<string, number>()]))
  let withGpu = 0
  for (const instance of instances) {
    if (hasGpu(instance)) withGpu += 1
    for (const { key, read } of wordFacets)
      for (const value of read(instance, annotations)) {
        const counts = words.get(key)
        counts?.set(value, (counts.get(value) ?? 0) + 1)
      }
  }
  return { words, withGpu, all: instances.length }
}
type Counts = ReturnType<typeof countsOf>
const noCounts: ReadonlyMap<string, number> = new Map()

/** Every filter that there is. Tags are offered once something has one. Deleted ones are counted as such, and nowhere else while they are hidden. */
const facetsFrom = (states: Counts, shown: Counts, view: FleetView): readonly Facet[] => {
  const words = wordFacets.map(({ key, label, known, word }): Facet => {
    const counts = (key === 'state' ? states : shown).words.get(key) ?? noCounts
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
  const gpu: Facet = {
    label: 'GPU',
    options: [
      { value: 'yes', label: gpuWords.yes, count: shown.withGpu },
      { value: 'no', label: gpuWords.no, count: shown.all - shown.withGpu },
    ],
    chosen: view.gpu === 'any' ? [] : [view.gpu],
    choose: (chosen) => {
      const added = chosen.find((value) => value !== view.gpu)
      return { gpu: isKnownGpu(added) ? added : 'any' }
    },
  }
  return [...words, gpu].filter(({ label, options }) => label !== 'Tag' || options.length > 0)
}

/** The filters as a view has them. What they count is counted once a reading, and not with each letter that is typed. */
const useFacets = (
  instances: readonly Instance[],
  annotations: Annotations,
  view: FleetView,
): readonly Facet[] => {
  const showsDeleted = withoutDeleted([{ state: 'deleted' }], view).length > 0
  const all = useMemo(() => countsOf(instances, annotations), [instances, annotations])
  const living = useMemo(
    () => (showsDeleted ? null : countsOf(withoutDeleted(instances, noFilters), annotations)),
    [instances, annotations, showsDeleted],
  )
  return facetsFrom(all, living ?? all, view)
}

interface FilterPopoverProps {
  anchor: HTMLElement
  facets: readonly Facet[]
  onChange: (part: Partial<FleetView>) => void
  onClose: () => void
}

/** Every filter with its choices. */
const FilterPopover = ({ anchor, facets, onChange, onClose }: FilterPopoverProps) => (
  <AnchoredPopover
    anchor={anchor}
    label="Filter"
    onClose={onClose}
    className="w-[min(44rem,calc(100vw-2rem))]"
  >
    <div className="gap-x-4 sm:columns-2 md:columns-3">
      {facets.map(({ label, options, chosen, choose }) => (
        <div key={label} className="mb-2 break-inside-avoid">
          <p aria-hidden className="px-2 pt-1 pb-0.5 text-small font-medium text-ink-muted">
            {label}
          </p>
          {options.length === 0 ? (
            <p className="px-2 py-1 text-secondary text-ink-muted">No instance says.</p>
          ) : (
            <CheckboxList
              label={label}
              options={options}
              chosen={chosen}
              onChosenChange={(next) => {
                onChange(choose(next))
              }}
            />
          )}
        </div>
      ))}
    </div>
  </AnchoredPopover>
)

interface FiltersProps {
  instances: readonly Instance[]
  annotations: Annotations
  view: FleetView
  onChange: (part: Partial<FleetView>) => void
  /** The button that opened the choices; null while they are closed. */
  anchor: HTMLElement | null
  onOpen: () => void
  onClose: () => void
}

const mostChips = 2

/** The filters that are on, a chip each; too many fold into a number. Their choices open over them. */
const Filters = ({ instances, annotations, view, onChange, anchor, onOpen, onClose }: FiltersProps) => {
  const facets = useFacets(instances, annotations, view)
  const on = facets.filter(({ chosen }) => chosen.length > 0)
  const shared = {
    'aria-haspopup': 'dialog',
    'aria-expanded': anchor !== null,
    onClick: onOpen,
  } as const

  return (
    <>
      {on.slice(0, mostChips).map(({ label, options, chosen, choose }) => (
        <Chip
          key={label}
          label={label}
          value={options
            .filter(({ value }) => chosen.includes(value))
            .map((option) => option.label)
            .join(', ')}
          className="max-sm:hidden"
          onClear={() => onChange(choose([]))}
          {...shared}
        />
      ))}
      {on.length > mostChips && (
        <Button
          size="sm"
          variant="ghost"
          className="max-sm:hidden"
          aria-label={`${on.length - mostChips} more filters`}
          {...shared}
        >
          +{on.length - mostChips}
        </Button>
      )}
      {anchor !== null && (
        <FilterPopover anchor={anchor} facets={facets} onChange={onChange} onClose={onClose} />
      )}
    </>
  )
}
export default Filters
