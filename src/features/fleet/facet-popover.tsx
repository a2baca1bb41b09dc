import { CheckboxList } from '#ui/checkbox-list.tsx'
import { AnchoredPopover } from '#ui/popover.tsx'

interface FacetPopoverProps {
  anchor: HTMLElement
  label: string
  options: readonly { value: string; label: string; count?: number }[]
  chosen: readonly string[]
  onChosenChange: (chosen: string[]) => void
  onClose: () => void
}

/** The choices of one facet. */
const FacetPopover = ({ anchor, label, options, chosen, onChosenChange, onClose }: FacetPopoverProps) => (
  <AnchoredPopover anchor={anchor} label={`Filter by ${label}`} onClose={onClose} className="min-w-56">
    {options.length === 0 ? (
      <p className="px-2 py-1 text-secondary text-ink-muted">No instance says.</p>
    ) : (
      <CheckboxList label={label} options={options} chosen={chosen} onChosenChange={onChosenChange} />
    )}
  </AnchoredPopover>
)
export default FacetPopover
