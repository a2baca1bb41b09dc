import { forgetRemembered } from '#storage/remembered.ts'
import { Alert } from '#ui/alert.tsx'
import { DeletionDialog } from '#ui/deletion-dialog.tsx'
import { showToast } from '#ui/toast-store.ts'

/** Asks before what this browser remembers is gone for good. */
const ForgetDialog = ({ onClose }: { onClose: () => void }) => (
  <DeletionDialog
    title="Forget everything remembered here"
    description="Usage readings, activity, names and what was seen of costs and states are deleted from this browser, for all accounts, and cannot be brought back. Your instances are not touched. Your keys and settings stay, and so does what you wrote or saved here yourself."
    action="Forget everything"
    remove={forgetRemembered}
    onRemoved={() => {
      showToast({ tone: 'good', title: 'This browser has forgotten what it remembered.' })
      onClose()
    }}
    onClose={onClose}
    failure={
      <Alert title="The browser did not delete it.">
        Nothing was forgotten. Try again, or reload the page first.
      </Alert>
    }
  />
)
export default ForgetDialog
