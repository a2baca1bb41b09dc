import { useState } from 'react'

import { forgetRemembered } from '#storage/remembered.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'

/** Asks before what this browser remembers is gone for good. */
const ForgetDialog = ({ onClose }: { onClose: () => void }) => {
  const [hasFailed, setFailed] = useState(false)

  const forget = async () => {
    if (await forgetRemembered()) {
      showToast({ tone: 'good', title: 'This browser has forgotten what it remembered.' })
      onClose()
    } else setFailed(true)
  }

  return (
    <AlertDialog
      open
      title="Forget everything remembered here"
      description="Usage readings, activity, names and what was seen of costs are deleted from this browser, for all accounts, and cannot be brought back. Your instances are not touched. Your keys and settings stay, and so does what you wrote or saved here yourself."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" onClick={() => void forget()}>
            Forget everything
          </Button>
        </>
      }
    >
      {hasFailed && (
        <Alert title="The browser did not delete it.">
          Nothing was forgotten. Try again, or reload the page first.
        </Alert>
      )}
    </AlertDialog>
  )
}
export default ForgetDialog
