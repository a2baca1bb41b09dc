import type { UseQueryResult } from '@tanstack/react-query'
import Columns3 from 'lucide-react/icons/columns-3'
import Rows3 from 'lucide-react/icons/rows-3'
import Rows4 from 'lucide-react/icons/rows-4'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import type { ViewOptions } from '#model/fleet/fleet-columns.ts'
import { type FleetView, type GroupKey, groupKeys } from '#model/fleet/fleet-search.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { Freshness } from '#page/freshness.tsx'
import { IconButton } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import { Select } from '#ui/select.tsx'

import { FilterBar } from './filter-bar.tsx'

const ColumnsPopover = lazyPart(() => import('./columns-popover.tsx'))

interface ViewOptionsControlsProps {
  options: ViewOptions
  onOptions: (part: Partial<ViewOptions>) => void
}

/** How tall the rows are and which columns they have. A phone has cards of one kind, and so no choice. */
const ViewOptionsControls = ({ options: { density, columns }, onOptions }: ViewOptionsControlsProps) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isCompact = density === 'compact'
  const Rows = isCompact ? Rows4 : Rows3
  return (
    <div className="flex items-center gap-0.5 max-sm:hidden">
      <IconButton
        size="sm"
        label="Compact rows"
        icon={<Rows aria-hidden size={15} />}
        aria-pressed={isCompact}
        className="aria-pressed:bg-sunken aria-pressed:text-ink"
        onClick={() => {
          onOptions({ density: isCompact ? 'comfortable' : 'compact' })
        }}
      />
      <IconButton
        size="sm"
        label="Columns"
        icon={<Columns3 aria-hidden size={15} />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => {
          setAnchor(currentTarget)
        }}
      />
      {anchor !== null && (
        <ColumnsPopover
          anchor={anchor}
          chosen={columns}
          onChosenChange={(chosen) => {
            onOptions({ columns: chosen })
          }}
          onClose={() => {
            setAnchor(null)
          }}
        />
      )}
    </div>
  )
}

const groupWords: Record<GroupKey, string> = {
  none: 'none',
  state: 'state',
  flavor: 'environment',
  owner: 'owner',
}
const isGroup = (value: string): value is GroupKey => groupKeys.some((key) => key === value)

interface ToolbarProps {
  instances: readonly Instance[]
  annotations: Annotations
  query: UseQueryResult
  view: FleetView
  options: ViewOptions
  onView: (part: Partial<FleetView>, options?: { replace: boolean }) => void
  onOptions: (part: Partial<ViewOptions>) => void
}

/** What is shown of the fleet and how, and how fresh it is. What went wrong takes a line of its own below. */
export const Toolbar = ({
  instances,
  annotations,
  query,
  view,
  options,
  onView,
  onOptions,
}: ToolbarProps) => {
  const isStale = query.error !== null || query.fetchStatus === 'paused'
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search instances"
        className="md:max-w-72"
        value={view.q}
        onValueChange={(q) => {
          onView({ q }, { replace: true })
        }}
      />
      <FilterBar instances={instances} annotations={annotations} view={view} onChange={onView} />
      <div className="ml-auto flex items-center gap-2">
        {!isStale && <Freshness query={query} />}
        <Select
          size="sm"
          className="w-36"
          aria-label="Group by"
          value={view.group}
          onChange={({ currentTarget: { value } }) => {
            if (isGroup(value)) onView({ group: value })
          }}
        >
          {groupKeys.map((key) => (
            <option key={key} value={key}>
              Group: {groupWords[key]}
            </option>
          ))}
        </Select>
        <ViewOptionsControls options={options} onOptions={onOptions} />
      </div>
      {isStale && (
        <div className="w-full">
          <Freshness query={query} />
        </div>
      )}
    </div>
  )
}
