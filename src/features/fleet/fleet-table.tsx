import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'

import type { ViewOptions } from '#model/fleet/fleet-columns.ts'
import { type FleetView, type SortKey, sortingOf } from '#model/fleet/fleet-search.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { type Failure, PartLine } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { ColumnHead, Table } from '#ui/table.tsx'

import { type Column, columnsFor, phone } from './columns.ts'
import { type FleetItem, itemsOf, useRowKeys } from './use-row-keys.ts'
import { FleetRow, type RowMenuRequest } from './fleet-row.tsx'
import type { Selection } from './use-selection.ts'
import type { HoldReason } from './use-steady-order.ts'

const HeadText = ({ column, label }: { column: Column['key']; label: string }) =>
  column === 'actions' ? (
    <span className="sr-only">{label}</span>
  ) : column === 'cpu' ? (
    <span className="flex justify-between gap-2">
      <span className="truncate">
        CPU<span className="@max-[86rem]:hidden">, memory</span>
        <span className="font-normal @max-[94rem]:hidden"> 60 min</span>
      </span>
      now
    </span>
  ) : (
    label
  )

interface FleetHeadProps {
  columns: readonly Column[]
  view: Pick<FleetView, 'sort' | 'order'>
  selection: Selection
  onView: (part: Partial<FleetView>) => void
}

/** The heads of the columns: most of them sort, the first one selects all that is shown. */
const FleetHead = ({ columns, view, selection, onView }: FleetHeadProps) => {
  const sorting = sortingOf(view)
  const sortBy = (key: SortKey) => {
    const isTurned = sorting.sort === key && sorting.order === 'asc'
    onView({ sort: key, order: isTurned ? 'desc' : 'asc' })
  }
  return (
    <thead className={phone.never}>
      <tr>
        {columns.map(({ key, label, align, sort, className }) =>
          sort !== null ? (
            <ColumnHead
              key={key}
              className={className}
              align={align}
              sorted={
                sorting.sort !== sort ? undefined : sorting.order === 'asc' ? 'ascending' : 'descending'
              }
              onSort={() => {
                sortBy(sort)
              }}
            >
              {label}
            </ColumnHead>
          ) : (
            <ColumnHead key={key} align={align} className={className}>
              {key === 'select' ? (
                <Checkbox
                  aria-label={label}
                  checked={selection.isAll}
                  indeterminate={selection.isSome}
                  onCheckedChange={selection.toggleAll}
                />
              ) : (
                <HeadText column={key} label={label} />
              )}
            </ColumnHead>
          ),
        )}
      </tr>
    </thead>
  )
}

const NoRows = (failure: Failure) => (
  <tr>
    <td colSpan={2} className="px-3 py-6">
      <PartLine {...failure} />
    </td>
  </tr>
)
/** As tall as the window, so that what stands below the rows is not seen to move. */
const RowsPlace = () => <tr className="h-dvh" />
const VirtualRows = lazyPart(() => import('./virtual-rows.tsx'), { fallback: RowsPlace, failed: NoRows })

/** Up to here every row is simply there: find-in-page and printing see them all. */
const plainRows = 150

interface FleetTableProps {
  groups: readonly FleetGroup[]
  view: FleetView
  options: ViewOptions
  annotations: Annotations
  selection: Selection
  /** Whether the boxes are shown on a phone too. */
  isSelecting: boolean
  menuUuid: string | null
  idleSince: (uuid: string) => number | null
  onView: (part: Partial<FleetView>) => void
  onMenu: (request: RowMenuRequest) => void
  /** Told while the pointer or the focus rests on the rows, so that they keep their order. Has to be always the same function. */
  onHold: (reason: HoldReason, isHeld: boolean) => void
}

const GroupPlace = () => <tr className="h-9 bg-sunken" />
const GroupRow = lazyPart(() => import('./group-row.tsx'), {
  fallback: GroupPlace,
  failed: 'silent',
  afterRows: true,
})

declare module 'react' {
  interface CSSProperties {
    /** The price now of the dearest row, in nano-dollars: what the bars of prices are drawn against. */
    '--dearest'?: number
  }
}

const dearestOf = (groups: readonly FleetGroup[]): number =>
  groups.reduce(
    (most, { instances }) =>
      instances.reduce(
        (dearest, instance) => Math.max(dearest, Number(hourlyCost(instance).now.known)),
        most,
      ),
    1,
  )

/** The fleet, a row per instance. */
export const FleetTable = ({
  groups,
  view,
  options,
  annotations,
  selection,
  isSelecting,
  menuUuid,
  idleSince,
  onView,
  onMenu,
  onHold,
}: FleetTableProps) => {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const items = itemsOf(groups, view.group !== 'none', folded)
  const columns = columnsFor(options.columns)
  const isCompact = options.density === 'compact'
  const body = useRef<HTMLTableSectionElement>(null)
  const { onKeyDown, onBlur, wantedIndex, onDrawn } = useRowKeys(items, body)

  // Rows that go take the pointer or the focus along without a word: React hears no blur of what it removes.
  useLayoutEffect(() => {
    if (body.current?.contains(document.activeElement) !== true) onHold('focus', false)
  })
  useEffect(
    () => () => {
      onHold('focus', false)
      onHold('pointer', false)
    },
    [onHold],
  )

  const draw = (item: FleetItem, drawn: readonly Column[]): ReactNode =>
    item.kind === 'group' ? (
      <GroupRow
        key={`group ${item.group.key}`}
        group={item.group}
        columns={drawn}
        isFolded={folded.has(item.group.key)}
        selected={item.group.instances.filter(({ uuid }) => selection.has(uuid)).length}
        onFold={(isFolded) => {
          const others = [...folded].filter((key) => key !== item.group.key)
          setFolded(new Set(isFolded ? [...others, item.group.key] : others))
        }}
        onSelect={(isSelected) =>
          selection.toggleMany(
            item.group.instances.map(({ uuid }) => uuid),
            isSelected,
          )
        }
      />
    ) : (
      <FleetRow
        key={item.instance.uuid}
        instance={item.instance}
        columns={drawn}
        isCompact={isCompact}
        isLocked={annotations.get(item.instance.uuid)?.locked === true}
        isSelected={selection.has(item.instance.uuid)}
        isMenuOpen={menuUuid === item.instance.uuid}
        idleSince={idleSince(item.instance.uuid)}
        onSelect={selection.toggle}
        onMenu={onMenu}
      />
    )

  return (
    <div
      className="@container -mx-4 md:-mx-6"
      data-selecting={isSelecting || undefined}
      style={{ '--dearest': dearestOf(groups) }}
    >
      <Table label="Instances" isBleeding aria-rowcount={items.length + 1} className="@max-[40rem]:block">
        <FleetHead columns={columns} view={view} selection={selection} onView={onView} />
        <tbody
          ref={body}
          // Not `enter`: it is missed where the pointer already rested here as the rows appeared under it.
          onPointerOver={() => {
            onHold('pointer', true)
          }}
          onPointerLeave={() => {
            onHold('pointer', false)
          }}
          onFocus={() => {
            onHold('focus', true)
          }}
          onBlur={() => {
            onBlur()
            onHold('focus', false)
          }}
          onKeyDown={onKeyDown}
          className="*:scroll-mt-12 *:scroll-mb-24 @max-[40rem]:block"
        >
          {items.length <= plainRows ? (
            items.map((item) => draw(item, columns))
          ) : (
            <VirtualRows
              items={items}
              columns={columns}
              draw={draw}
              rowHeight={isCompact ? 36 : 44}
              wantedIndex={wantedIndex}
              onDrawn={onDrawn}
            />
          )}
        </tbody>
      </Table>
    </div>
  )
}
