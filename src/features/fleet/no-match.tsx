import { pluralize } from '#lib/text.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

interface NoMatchProps {
  /** How many search and filters hide; none where only deleted ones are left. */
  hidden: number
  onClear: () => void
}

/** In place of the table while there is nothing to show in it. */
export const NoMatch = ({ hidden, onClear }: NoMatchProps) => (
  <div className="rounded-panel border border-line bg-surface">
    {hidden === 0 ? (
      <EmptyState title="No instances">Only deleted ones are left.</EmptyState>
    ) : (
      <EmptyState
        title="No instance matches"
        actions={<Button onClick={onClear}>Clear search and filters</Button>}
      >
        {pluralize(hidden, 'instance is', 'instances are')} hidden by the search and the filters.
      </EmptyState>
    )}
  </div>
)
