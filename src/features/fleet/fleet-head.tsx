import { type FleetView, type SortKey, sortKeys } from '#model/fleet/fleet-search.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { ColumnHead } from '#ui/table.tsx'

import type { Column } from './columns.ts'
import type { Selection } from './use-selection.ts'

const isSortable = (key: string): key is SortKey => sortKeys.some((known) => known === key)

interface FleetHeadProps {
  columns: readonly Column[]
  view: Pick<FleetView, 'sort' | 'order'>
  selection: Selection
  onView: (part: Partial<FleetView>) => void
}

/** The heads of the columns: most of them sort, the first one selects all that is shown. */
export const FleetHead = ({ columns, view, selection, onView }: FleetHeadProps) => {
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
