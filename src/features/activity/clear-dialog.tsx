import { useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { pluralize } from '#lib/text.ts'
import { clearActivity } from '#storage/activity.ts'
import { Alert } from '#ui/alert.tsx'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'

/** Asks before the record is forgotten. */
const ClearDialog = ({ count, onClose }: { count: number; onClose: () => void }) => {
  const { connectionId } = useApi()
  const [hasFailed, setFailed] = useState(false)

  const clear = async () => {
    if (!(await clearActivity(connectionId))) {
      setFailed(true)
      return
    }
    announce('The activity is cleared.')
    onClose()
  }

  return (
    <AlertDialog
      open
      title="Clear activity"
      description={`This browser forgets ${pluralize(count, 'entry', 'entries')} of this account, in every tab. No instance is touched. This cannot be taken back.`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={() => void clear()}>
            Clear activity
          </Button>
        </>
      }
    >
      {hasFailed && (
        <Alert title="The activity was not cleared.">
          The browser did not let go of its storage. Nothing is lost; close other tabs of Hatteras and try
          again.
        </Alert>
      )}
    </AlertDialog>
  )
}
export default ClearDialog
