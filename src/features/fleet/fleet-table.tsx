import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'

import { formatCount } from '#lib/format.ts'
import type { ViewOptions } from '#model/fleet/fleet-columns.ts'
import { type FleetView, type SortKey, sortKeys } from '#model/fleet/fleet-search.ts'
import type { FleetGroup } from '#model/fleet/fleet-view.ts'
import type { Annotations } from '#model/instance/annotations.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { cx } from '#ui/cx.ts'
import type { Failure } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { PartLine } from '#ui/part-failure.tsx'
import { ColumnHead, Table } from '#ui/table.tsx'

import { type Column, columnsFor } from './columns.ts'
import { type FleetItem, itemsOf } from './fleet-items.ts'
import { FleetRow, type RowMenuRequest } from './fleet-row.tsx'
import { useRowKeys } from './use-row-keys.ts'
import type { Selection } from './use-selection.ts'
import type { HoldReason } from './use-steady-order.ts'

const isSortable = (key: string): key is SortKey => sortKeys.some((known) => known === key)

interface FleetHeadProps {
  columns: readonly Column[]
  view: Pick<FleetView, 'sort' | 'order'>
  selection: Selection
  onView: (part: Partial<FleetView>) => void
}

/** The heads of the columns: most of them sort, the first one selects all that is shown. */
const FleetHead = ({ columns, view, selection, onView }: FleetHeadProps) => {
  const sortBy = (key: SortKey) => {
    const isTurned = view.sort === key && view.order === 'asc'
    onView({ sort: key, order: isTurned ? 'desc' : 'asc' })
  }
  return (
    <thead>
      <tr>
        {columns.map(({ key, label, align, width, className }) => {
          const shared = { className, style: width === null ? undefined : { width } }
          return isSortable(key) ? (
            <ColumnHead
              key={key}
              {...shared}
              align={align}
              sorted={view.sort !== key ? undefined : view.order === 'asc' ? 'ascending' : 'descending'}
              onSort={() => {
                sortBy(key)
              }}
            >
              {label}
            </ColumnHead>
          ) : (
            <ColumnHead key={key} {...shared}>
              {key === 'select' ? (
                <Checkbox
                  aria-label={label}
                  checked={selection.isAll}
                  indeterminate={selection.isSome}
                  onCheckedChange={selection.toggleAll}
                />
              ) : (
                <span className={key === 'cpu' ? undefined : 'sr-only'}>{label}</span>
              )}
            </ColumnHead>
          )
        })}
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
const VirtualRows = lazyPart(() => import('./virtual-rows.tsx'), { failed: NoRows })

/** Up to here every row is simply there: find-in-page and printing see them all. */
const plainRows = 150

interface FleetTableProps {
  groups: readonly FleetGroup[]
  view: FleetView
  options: ViewOptions
  annotations: Annotations
  selection: Selection
  menuUuid: string | null
  onView: (part: Partial<FleetView>) => void
  onMenu: (request: RowMenuRequest) => void
  /** Told while the pointer or the focus rests on the rows, so that they keep their order. Has to be always the same function. */
  onHold: (reason: HoldReason, isHeld: boolean) => void
}

/** Its head runs on over empty cells: spanning them would bring back, as empty room, the columns that a narrow page hides. */
const GroupRow = ({
  group: { label, instances, now },
  columns,
}: {
  group: FleetGroup
  columns: readonly Column[]
}) => (
  <tr className="h-9 bg-sunken text-secondary">
    <th
      scope="rowgroup"
      colSpan={2}
      className="border-b border-line px-3 text-left font-normal whitespace-nowrap text-ink-muted"
    >
      <span className="mr-3 font-semibold text-ink">{label}</span>
      {formatCount(instances.length)} · {hourlyText(now)} / h
    </th>
    {columns.slice(2).map(({ key, className }) => (
      <td key={key} className={cx('border-b border-line', className)} />
    ))}
  </tr>
)

/** The fleet, a row per instance. */
export const FleetTable = ({
  groups,
  view,
  options,
  annotations,
  selection,
  menuUuid,
  onView,
  onMenu,
  onHold,
}: FleetTableProps) => {
  const items = itemsOf(groups, view.group !== 'none')
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

  const draw = (item: FleetItem): ReactNode =>
    item.kind === 'group' ? (
      <GroupRow key={`group ${item.group.key}`} group={item.group} columns={columns} />
    ) : (
      <FleetRow
        key={item.instance.uuid}
        instance={item.instance}
        columns={columns}
        isCompact={isCompact}
        isLocked={annotations.get(item.instance.uuid)?.locked === true}
        isSelected={selection.has(item.instance.uuid)}
        isMenuOpen={menuUuid === item.instance.uuid}
        onSelect={selection.toggle}
        onMenu={onMenu}
      />
    )

  return (
    <div className="@container">
      <Table label="Instances" aria-rowcount={items.length + 1}>
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
          className="*:scroll-mt-12 *:scroll-mb-24"
        >
          {items.length <= plainRows ? (
            items.map(draw)
          ) : (
            <VirtualRows
              items={items}
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
