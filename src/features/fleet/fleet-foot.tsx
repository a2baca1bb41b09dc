import { formatCount } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { type FleetView, noFilters } from '#model/fleet/fleet-search.ts'
import { Button } from '#ui/button.tsx'

import { NoMatch } from './no-match.tsx'

interface FleetFootProps {
  shown: number
  /** Instances that are not deleted. */
  living: number
  /** Deleted instances that would be shown if they were not hidden. */
  hidden: number
  view: FleetView
  onView: (part: Partial<FleetView>) => void
}

/** What stands in place of the table where nothing matches; how many rows there are, and the deleted ones that are not among them. */
const FleetFoot = ({ shown, living, hidden, view, onView }: FleetFootProps) => {
  const isShowing = view.deleted === 'show'
  return (
    <>
      {shown === 0 && <NoMatch hidden={living} onClear={() => onView(noFilters)} />}
      <div className="flex h-11 items-center gap-2 text-secondary text-ink-muted">
        <span className="flex-1">{pluralize(shown, 'instance')}</span>
        {(hidden > 0 || isShowing) && (
          <>
            {isShowing
              ? 'Deleted ones are shown'
              : `${formatCount(hidden)} deleted ${hidden === 1 ? 'is' : 'are'} hidden`}
            <Button
              size="sm"
              variant="ghost"
              onClick={() => onView({ deleted: isShowing ? 'hide' : 'show' })}
            >
              {isShowing ? 'Hide' : 'Show'}
              <span className="sr-only"> deleted instances</span>
            </Button>
          </>
        )}
      </div>
    </>
  )
}
export default FleetFoot
