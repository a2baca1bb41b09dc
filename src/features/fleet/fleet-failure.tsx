import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'

interface FleetFailureProps {
  error: Error
  isTrying: boolean
  onRetry: () => void
}

/** In place of the fleet while none was ever answered. */
const FleetFailure = ({ error, isTrying, onRetry }: FleetFailureProps) => (
  <div className="mt-4">
    <Alert
      title="The instances could not be loaded."
      actions={
        <Button pending={isTrying} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {error.message} Nothing was changed; what runs goes on running. It is tried again by itself.
    </Alert>
  </div>
)
export default FleetFailure
