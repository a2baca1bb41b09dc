import { lazy, Suspense, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { cpuTiers, pageFlavors, pageStates, resourceTypes } from '#contract/vocabulary.ts'
import { facetWords } from '#model/fleet-view.ts'
import { flavorLabel } from '#model/flavors.ts'
import type { FleetView } from '#model/fleet-search.ts'
import { tierLabel, typeLabel } from '#model/labels.ts'
import { stateInfo } from '#model/states.ts'
import { Chip } from '#ui/chip.tsx'

const FacetPopover = lazy(() => import('./facet-popover.tsx'))

type ListFacet = 'state' | 'type' | 'flavor' | 'tier' | 'owner'

interface Facet {
  key: ListFacet
  label: string
  /** The words that are offered even when no instance has them, so that a filter never vanishes while it is on. */
  known: readonly string[]
  read: (instance: Instance) => string | null
  word: (value: string) => string
}

const stateWord = (state: string) => {
  const { word } = stateInfo(state)
  return word === 'Stopped' ? `Stopped (${state})` : word
}

const facets: readonly Facet[] = [
  { key: 'state', label: 'State', known: pageStates, read: ({ state }) => state, word: stateWord },
  {
    key: 'type',
    label: 'Type',
    known: resourceTypes,
    read: ({ resource_type: type }) => type,
    word: typeLabel,
  },
  {
    key: 'flavor',
    label: 'Environment',
    known: pageFlavors,
    read: ({ flavor }) => flavor,
    word: flavorLabel,
  },
  {
    key: 'tier',
    label: 'CPU tier',
    known: cpuTiers,
    read: ({ cpu_tier: tier }) => tier,
    word: (tier) => tierLabel(tier) ?? tier,
  },
  {
    key: 'owner',
    label: 'Owner',
    known: [],
    read: ({ owner_email: owner }) => owner,
    word: (owner) => owner,
  },
]

const gpuWords = { yes: 'with GPU', no: 'without GPU' } as const
const isKnownGpu = (value: string | undefined): value is keyof typeof gpuWords =>
  value === 'yes' || value === 'no'

interface FilterBarProps {
  instances: readonly Instance[]
  view: FleetView
  onChange: (part: Partial<FleetView>) => void
}

/** One chip per facet: dashed while it is off, in words while it is on. Its choices open beside it. */
export const FilterBar = ({ instances, view, onChange }: FilterBarProps) => {
  const [open, setOpen] = useState<{ facet: ListFacet | 'gpu'; anchor: HTMLElement } | null>(null)
  const openFacet = facets.find(({ key }) => key === open?.facet)

  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {facets.map(({ key, label, word }) => (
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
      <Suspense>
        {open !== null && openFacet !== undefined && (
          <FacetPopover
            anchor={open.anchor}
            label={openFacet.label}
            options={facetWords(openFacet.known, instances.map(openFacet.read), view[openFacet.key]).map(
              (value) => ({
                value,
                label: openFacet.word(value),
                count: instances.filter((instance) => openFacet.read(instance) === value).length,
              }),
            )}
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
      </Suspense>
    </div>
  )
}
