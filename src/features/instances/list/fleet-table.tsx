import { lazy, type ReactNode, Suspense } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import type { FleetGroup } from '#model/fleet-view.ts'
import { type FleetView, type SortKey, sortKeys } from '#model/fleet-search.ts'
import { hourlyText } from '#model/price-text.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { cx } from '#ui/cx.ts'
import { ColumnHead, Table } from '#ui/table.tsx'

import { columns } from './columns.ts'
import { FleetRow } from './fleet-row.tsx'
import { moveBetweenRows } from './row-keys.ts'
import type { Selection } from './use-selection.ts'
import type { HoldReason } from './use-steady-order.ts'

const VirtualRows = lazy(() => import('./virtual-rows.tsx'))

/** Up to here every row is simply there: find-in-page and printing see them all. */
const plainRows = 150

export type FleetItem = { kind: 'group'; group: FleetGroup } | { kind: 'instance'; instance: Instance }

interface FleetTableProps {
  groups: readonly FleetGroup[]
  view: FleetView
  selection: Selection
  menuUuid: string | null
  onView: (part: Partial<FleetView>) => void
  onMenu: (uuid: string, anchor: HTMLElement) => void
  /** Told while the pointer or the focus rests on the rows, so that they keep their order. */
  onHold: (reason: HoldReason, isHeld: boolean) => void
}

/** Its head runs on over empty cells: spanning them would bring back, as empty room, the columns that a narrow page hides. */
const GroupRow = ({ group: { label, instances, now } }: { group: FleetGroup }) => (
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

const isSortable = (key: string): key is SortKey => sortKeys.some((known) => known === key)

/** The fleet, a row per instance. */
export const FleetTable = ({
  groups,
  view,
  selection,
  menuUuid,
  onView,
  onMenu,
  onHold,
}: FleetTableProps) => {
  const isGrouped = view.group !== 'none'
  const items: FleetItem[] = groups.flatMap((group) => [
    ...(isGrouped ? [{ kind: 'group' as const, group }] : []),
    ...group.instances.map((instance) => ({ kind: 'instance' as const, instance })),
  ])
  const draw = (item: FleetItem): ReactNode =>
    item.kind === 'group' ? (
      <GroupRow key={`group ${item.group.key}`} group={item.group} />
    ) : (
      <FleetRow
        key={item.instance.uuid}
        instance={item.instance}
        isSelected={selection.has(item.instance.uuid)}
        isMenuOpen={menuUuid === item.instance.uuid}
        onSelect={selection.toggle}
        onMenu={onMenu}
      />
    )

  const sortBy = (key: SortKey) => {
    const isTurned = view.sort === key && view.order === 'asc'
    onView({ sort: key, order: isTurned ? 'desc' : 'asc' })
  }

  return (
    <Table label="Instances" aria-rowcount={items.length + 1}>
      <thead>
        <tr>
          {columns.map(({ key, label, align = 'start', className }) =>
            isSortable(key) ? (
              <ColumnHead
                key={key}
                align={align}
                className={className}
                sorted={view.sort !== key ? undefined : view.order === 'asc' ? 'ascending' : 'descending'}
                onSort={() => {
                  sortBy(key)
                }}
              >
                {label}
              </ColumnHead>
            ) : (
              <ColumnHead key={key} className={className}>
                {key === 'select' ? (
                  <Checkbox
                    aria-label={label}
                    checked={selection.isAll}
                    indeterminate={selection.isSome}
                    onCheckedChange={selection.toggleAll}
                  />
                ) : (
                  <span className={key === 'acts' ? 'sr-only' : undefined}>{label}</span>
                )}
              </ColumnHead>
            ),
          )}
        </tr>
      </thead>
      <tbody
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
          onHold('focus', false)
        }}
        onKeyDown={moveBetweenRows}
      >
        {items.length <= plainRows ? (
          items.map(draw)
        ) : (
          <Suspense>
            <VirtualRows items={items} draw={draw} />
          </Suspense>
        )}
      </tbody>
    </Table>
  )
}
