import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates, resourceTypes } from '#contract/vocabulary.ts'
import type { FleetView } from '#model/fleet/fleet-search.ts'
import { facetWords } from '#model/fleet/fleet-view.ts'
import { flavorLabel } from '#model/instance/flavors.ts'
import { tierLabel, typeLabel } from '#model/instance/labels.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { stateInfo } from '#model/instance/states.ts'
import { Chip } from '#ui/chip.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

/** A filter of the fleet by a list of words. */
interface Facet {
  key: 'state' | 'type' | 'flavor' | 'tier' | 'owner' | 'tag'
  label: string
  /** The words that are offered even when no instance has them, so that a filter never vanishes while it is on. */
  known: readonly string[]
  read: (instance: Instance, annotations: Annotations) => readonly string[]
  word: (value: string) => string
}

const stateWord = (state: string) => {
  const { word } = stateInfo(state)
  return word === 'Stopped' ? `Stopped (${state})` : word
}

const asSaid = (word: string) => word
const said = (word: string | null) => (word === null ? [] : [word])

const facets: readonly Facet[] = [
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

const FacetPopover = lazyPart(() => import('./facet-popover.tsx'))

interface FilterBarProps {
  instances: readonly Instance[]
  annotations: Annotations
  view: FleetView
  onChange: (part: Partial<FleetView>) => void
}

/** One chip per facet: dashed while it is off, in words while it is on. Its choices open beside it. */
export const FilterBar = ({ instances, annotations, view, onChange }: FilterBarProps) => {
  const [open, setOpen] = useState<{ facet: Facet['key'] | 'gpu'; anchor: HTMLElement } | null>(null)
  const openFacet = facets.find(({ key }) => key === open?.facet)
  const hasTags =
    view.tag.length > 0 || instances.some(({ uuid }) => (annotations.get(uuid)?.tags.length ?? 0) > 0)

  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {facets
        .filter(({ key }) => key !== 'tag' || hasTags)
        .map(({ key, label, word }) => (
          <Chip
            key={key}
            label={label}
            value={view[key].length === 0 ? undefined : view[key].map(word).join(', ')}
            onClear={() => {
              onChange({ [key]: [] })
            }}
            aria-haspopup="dialog"
            aria-expanded={open?.facet === key}
            onClick={({ currentTarget }) => {
              setOpen({ facet: key, anchor: currentTarget })
            }}
          />
        ))}
      <Chip
        label="GPU"
        value={view.gpu === 'any' ? undefined : gpuWords[view.gpu]}
        onClear={() => {
          onChange({ gpu: 'any' })
        }}
        aria-haspopup="dialog"
        aria-expanded={open?.facet === 'gpu'}
        onClick={({ currentTarget }) => {
          setOpen({ facet: 'gpu', anchor: currentTarget })
        }}
      />
      {open !== null && openFacet !== undefined && (
        <FacetPopover
          anchor={open.anchor}
          label={openFacet.label}
          options={facetWords(
            openFacet.known,
            instances.flatMap((instance) => openFacet.read(instance, annotations)),
            view[openFacet.key],
          ).map((value) => ({
            value,
            label: openFacet.word(value),
            count: instances.filter((instance) => openFacet.read(instance, annotations).includes(value))
              .length,
          }))}
          chosen={view[openFacet.key]}
          onChosenChange={(chosen) => {
            onChange({ [openFacet.key]: chosen })
          }}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
      {open?.facet === 'gpu' && (
        <FacetPopover
          anchor={open.anchor}
          label="GPU"
          options={Object.entries(gpuWords).map(([value, label]) => ({ value, label }))}
          chosen={view.gpu === 'any' ? [] : [view.gpu]}
          onChosenChange={(chosen) => {
            const added = chosen.find((value) => value !== view.gpu)
            onChange({ gpu: isKnownGpu(added) ? added : 'any' })
          }}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}
