import { pluralize } from '#lib/text.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** In place of the table while search and filters hide all of it. */
const NoMatch = ({ hidden, onClear }: { hidden: number; onClear: () => void }) => (
  <div className="rounded-panel border border-line bg-surface">
    <EmptyState
      title="No instance matches"
      actions={<Button onClick={onClear}>Clear search and filters</Button>}
    >
      {pluralize(hidden, 'instance is', 'instances are')} hidden by the search and the filters.
    </EmptyState>
  </div>
)
export default NoMatch
