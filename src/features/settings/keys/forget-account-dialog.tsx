import { useState } from 'react'

import type { KnownConnection } from '#session/connections.ts'
import { useSessionStore } from '#session/session-context.ts'
import { forgetAccount, forgetAllButRows, type Forgotten } from '#storage/forget-account.ts'
import { useForgetting } from '#storage/forgotten.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { DeletionDialog } from '#ui/deletion-dialog.tsx'

interface ForgetAccountDialogProps {
  connection: KnownConnection
  returnFocusTo?: HTMLElement | null
  onClose: () => void
}

/** Says what goes before an account is signed out and all that this browser stored of it is deleted. */
const ForgetAccountDialog = ({ connection, returnFocusTo, onClose }: ForgetAccountDialogProps) => {
  const session = useSessionStore()
  const { id, name } = connection
  const [forgotten, setForgotten] = useState<Forgotten>('nothing')
  useForgetting(id)

  const forget = async () => {
    const now = await forgetAccount(id)
    // What is gone stays gone, whatever becomes of another try.
    if (now !== 'nothing') setForgotten(now)
    return now === 'all'
  }
  const signOut = () => {
    onClose()
    session.remove(id)
  }

  return (
    <DeletionDialog
      title="Sign out and forget"
      description={`The key of ${name} is forgotten in every tab, and everything that this browser stored of the account is deleted for good:`}
      action="Sign out and forget"
      returnFocusTo={returnFocusTo}
      remove={forget}
      onRemoved={signOut}
      onClose={onClose}
      failure={
        <Alert
          className="mt-3"
          title={
            forgotten === 'part' ? 'The browser deleted only a part of it.' : 'The browser did not delete it.'
          }
          actions={
            <Button
              size="sm"
              onClick={() => {
                forgetAllButRows(id)
                signOut()
              }}
            >
              Sign out and forget the rest
            </Button>
          }
        >
          {forgotten === 'part' &&
            'All but names, activity, usage readings and what was seen of costs is deleted. '}
          You are still signed in. Try again, or reload the page first. Where that does not help, sign out and
          forget the rest: names, activity, usage readings and what was seen of costs then stay in the
          browser’s database, until you delete the data of {location.host} in the browser’s own settings,
          under privacy.
        </Alert>
      }
    >
      <div className="grid gap-3 text-secondary">
        <ul className="list-disc space-y-1 pl-5">
          <li>names, activity, usage readings, and what was seen of costs</li>
          <li>notes, tags, locks, recipes, views, SSH keys used, rates and the budget</li>
          <li>stops that were put off: they will not happen</li>
          <li>forms begun in any tab, and what is tried again there</li>
        </ul>
        <p className="text-ink-muted">
          The instances themselves, and what they cost, stay as they are. Export in Settings saves a copy
          first.
        </p>
      </div>
    </DeletionDialog>
  )
}
export default ForgetAccountDialog
