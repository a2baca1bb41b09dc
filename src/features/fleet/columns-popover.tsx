import { type ColumnKey, columnKeys } from '#model/fleet/fleet-columns.ts'
import { CheckboxList } from '#ui/checkbox-list.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

import { columnLabel } from './columns.ts'

interface ColumnsPopoverProps {
  anchor: HTMLElement
  chosen: readonly ColumnKey[]
  onChosenChange: (chosen: ColumnKey[]) => void
  onClose: () => void
}

const options = columnKeys.map((key) => ({ value: key, label: columnLabel(key) }))

/** Which columns the table has, beside name, selection and actions. */
const ColumnsPopover = ({ anchor, chosen, onChosenChange, onClose }: ColumnsPopoverProps) => (
  <AnchoredPopover anchor={anchor} label="Columns" align="end" onClose={onClose} className="w-60">
    <CheckboxList label="Columns" options={options} chosen={chosen} onChosenChange={onChosenChange} />
    <p className="mt-1 border-t border-line px-2 pt-2 pb-1 text-small text-ink-muted">
      What does not fit the window is left out until there is room.
    </p>
  </AnchoredPopover>
)
export default ColumnsPopover
