import type { Instance } from '#contract/instance.ts'
import type { FleetView } from '#model/fleet/fleet-search.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxList } from '#ui/checkbox-list.tsx'
import { Chip } from '#ui/chip.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

import { type Facet, facetsOf } from './facets.ts'

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
  const facets = facetsOf(instances, annotations, view)
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
