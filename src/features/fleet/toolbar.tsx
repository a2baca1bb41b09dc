import ListFilter from 'lucide-react/icons/list-filter'
import { useRef, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import type { ViewOptions } from '#model/fleet/fleet-columns.ts'
import { type FleetView, isFiltered } from '#model/fleet/fleet-search.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { SearchInput } from '#ui/search-input.tsx'

const ViewOptionControls = lazyPart(() => import('./view-options.tsx'), { failed: 'silent', afterRows: true })
const Filters = lazyPart(() => import('./filters.tsx'))

type FilterBarProps = Pick<ToolbarProps, 'instances' | 'annotations' | 'view'> & {
  onChange: (part: Partial<FleetView>) => void
}

const FilterBar = ({ view, onChange, ...rest }: FilterBarProps) => {
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const open = () => {
    setAnchor(button.current)
  }
  return (
    <div
      role="group"
      aria-label="Filters"
      className={cx('flex items-center gap-2', isFiltered(view) ? 'min-w-0' : 'shrink-0')}
    >
      <Button
        ref={button}
        size="sm"
        variant="ghost"
        icon={<ListFilter aria-hidden size={14} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={open}
      >
        <span className={isFiltered(view) ? 'max-lg:sr-only' : 'max-sm:sr-only'}>Filter</span>
      </Button>
      {(anchor !== null || isFiltered(view)) && (
        <Filters
          {...rest}
          view={view}
          onChange={onChange}
          anchor={anchor}
          onOpen={open}
          onClose={() => {
            setAnchor(null)
          }}
        />
      )}
    </div>
  )
}

interface ToolbarProps {
  instances: readonly Instance[]
  /** Those of them that are shown. */
  shown: readonly Instance[]
  annotations: Annotations
  view: FleetView
  options: ViewOptions
  isSelecting: boolean
  onView: (part: Partial<FleetView>, options?: { replace: boolean }) => void
  onOptions: (part: Partial<ViewOptions>) => void
  onSelecting: (isOn: boolean) => void
}

/** What is shown of the fleet and how: one line, at whose end what is shown is counted while something hides the rest. */
export const Toolbar = ({ instances, shown, annotations, view, onView, ...controls }: ToolbarProps) => (
  <div className="flex h-12 items-center gap-2">
    <SearchInput
      label="Search instances"
      className={cx('min-w-24', isFiltered(view) ? 'sm:max-lg:w-24 lg:w-62' : 'md:w-62')}
      value={view.q}
      onValueChange={(q) => {
        onView({ q }, { replace: true })
      }}
    />
    <FilterBar instances={instances} annotations={annotations} view={view} onChange={onView} />
    <div className={cx('ml-auto flex items-center gap-2', isFiltered(view) ? 'shrink-[9999]' : 'shrink-0')}>
      {/* As wide before its controls are there as with them, of which a narrowed view has one more. */}
      <div
        className={cx(
          'flex items-center gap-2 sm:min-w-52',
          view.q !== '' || isFiltered(view)
            ? 'min-w-33.5 pointer-coarse:min-w-36'
            : 'min-w-15 pointer-coarse:min-w-18',
        )}
      >
        <ViewOptionControls instances={instances} shown={shown} view={view} onView={onView} {...controls} />
      </div>
    </div>
  </div>
)
