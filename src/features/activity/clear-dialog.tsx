import { useApi } from '#api/api-context.ts'
import { pluralize } from '#lib/text.ts'
import { clearActivity } from '#storage/activity.ts'
import { Alert } from '#ui/alert.tsx'
import { announce } from '#ui/announcer.tsx'
import { DeletionDialog } from '#ui/deletion-dialog.tsx'

/** Asks before the record is forgotten. */
const ClearDialog = ({ count, onClose }: { count: number; onClose: () => void }) => {
  const { connectionId } = useApi()
  return (
    <DeletionDialog
      title="Clear activity"
      description={`This browser forgets ${pluralize(count, 'entry', 'entries')} of this account, in every tab. No instance is touched. This cannot be taken back.`}
      action="Clear activity"
      keep="Keep it"
      remove={() => clearActivity(connectionId)}
      onRemoved={() => {
        announce('The activity is cleared.')
        onClose()
      }}
      onClose={onClose}
      failure={
        <Alert title="The activity was not cleared.">
          The browser did not let go of its storage. Nothing is lost; close other tabs of Hatteras and try
          again.
        </Alert>
      }
    />
  )
}
export default ClearDialog
