import Columns3 from 'lucide-react/icons/columns-3'
import Layers from 'lucide-react/icons/layers'
import ListChecks from 'lucide-react/icons/list-checks'
import Rows3 from 'lucide-react/icons/rows-3'
import Rows4 from 'lucide-react/icons/rows-4'
import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { columnKeys, type ViewOptions as Options } from '#model/fleet/fleet-columns.ts'
import {
  type FleetView,
  type GroupKey,
  groupKeys,
  isFiltered,
  type SortKey,
  sortingOf,
  sortKeys,
} from '#model/fleet/fleet-search.ts'
import { IconButton } from '#ui/button.tsx'
import { CheckboxList } from '#ui/checkbox-list.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'
import { Select } from '#ui/select.tsx'

import { columnLabel } from './columns.ts'
import { ShownCount } from './shown-count.tsx'

const groupWords: Record<GroupKey, string> = {
  none: 'none',
  state: 'state',
  flavor: 'environment',
  owner: 'owner',
}
const sortWords: Record<SortKey, string> = {
  name: 'name',
  state: 'state',
  size: 'vCPUs',
  ram: 'memory',
  disk: 'disk',
  hardware: 'GPU',
  cost: 'cost',
  age: 'age',
  owner: 'owner',
  tier: 'CPU tier',
  ip: 'IP address',
  created: 'created',
}
const isGroup = (value: string): value is GroupKey => groupKeys.some((key) => key === value)
const isSort = (value: string): value is SortKey => sortKeys.some((key) => key === value)

type ViewProps = {
  view: FleetView
  onView: (part: Partial<FleetView>) => void
  className?: string
}

const GroupSelect = ({ view, onView, className }: ViewProps) => (
  <Select
    size="sm"
    className={className}
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
)

/** A phone has no heads of columns to press. */
const SortSelect = ({ view, onView }: ViewProps) => {
  const { sort, order } = sortingOf(view)
  return (
    <Select
      size="sm"
      aria-label="Sort by"
      value={`${sort} ${order}`}
      onChange={({ currentTarget: { value } }) => {
        const [key = '', wanted] = value.split(' ')
        if (isSort(key)) onView({ sort: key, order: wanted === 'desc' ? 'desc' : 'asc' })
      }}
    >
      {sortKeys.flatMap((key) =>
        (['asc', 'desc'] as const).map((direction) => (
          <option key={`${key} ${direction}`} value={`${key} ${direction}`}>
            Sort: {sortWords[key]} {direction === 'asc' ? '↑' : '↓'}
          </option>
        )),
      )}
    </Select>
  )
}

interface ViewOptionsProps extends ViewProps {
  instances: readonly Instance[]
  /** Those of them that are shown. */
  shown: readonly Instance[]
  options: Options
  onOptions: (part: Partial<Options>) => void
  /** Whether a phone shows the boxes of the rows. */
  isSelecting: boolean
  onSelecting: (isOn: boolean) => void
}

const options = columnKeys.map((key) => ({ value: key, label: columnLabel(key) }))

/** How the rows are grouped, how tall they are, and which columns they have; on a phone how they are grouped, sorted and selected. */
const ViewOptions = ({
  instances,
  shown,
  view,
  onView,
  options: { density, columns },
  onOptions,
  isSelecting,
  onSelecting,
}: ViewOptionsProps) => {
  const [open, setOpen] = useState<{ anchor: HTMLElement; what: 'columns' | 'order' } | null>(null)
  const close = () => setOpen(null)
  const isCompact = density === 'compact'
  const Rows = isCompact ? Rows4 : Rows3
  return (
    <>
      {(view.q !== '' || isFiltered(view)) && (
        <ShownCount instances={instances} shown={shown} view={view} onView={onView} />
      )}
      <GroupSelect view={view} onView={onView} className="w-36 max-sm:hidden" />
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
          aria-expanded={open?.what === 'columns'}
          onClick={({ currentTarget }) => setOpen({ anchor: currentTarget, what: 'columns' })}
        />
      </div>
      <IconButton
        size="sm"
        label="Group and sort"
        icon={<Layers aria-hidden size={15} />}
        aria-haspopup="dialog"
        aria-expanded={open?.what === 'order'}
        className="sm:hidden"
        onClick={({ currentTarget }) => setOpen({ anchor: currentTarget, what: 'order' })}
      />
      <IconButton
        size="sm"
        label="Select instances"
        icon={<ListChecks aria-hidden size={15} />}
        aria-pressed={isSelecting}
        className="aria-pressed:bg-sunken aria-pressed:text-ink sm:hidden"
        onClick={() => onSelecting(!isSelecting)}
      />
      {open?.what === 'columns' && (
        <AnchoredPopover anchor={open.anchor} label="Columns" align="end" onClose={close} className="w-60">
          <CheckboxList
            label="Columns"
            options={options}
            chosen={columns}
            onChosenChange={(chosen) => onOptions({ columns: chosen })}
          />
          <p className="mt-1 border-t border-line px-2 pt-2 pb-1 text-small text-ink-muted">
            What does not fit the window is left out until there is room.
          </p>
        </AnchoredPopover>
      )}
      {open?.what === 'order' && (
        <AnchoredPopover anchor={open.anchor} label="Group and sort" align="end" onClose={close}>
          <div className="grid gap-2">
            <GroupSelect view={view} onView={onView} />
            <SortSelect view={view} onView={onView} />
          </div>
        </AnchoredPopover>
      )}
    </>
  )
}
export default ViewOptions
