import { useState } from 'react'

import type { KnownConnection } from '#session/connections.ts'
import { useSessionStore } from '#session/session-context.ts'
import { forgetAccount } from '#storage/forget-account.ts'
import { useForgetting } from '#storage/forgotten.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'

interface ForgetAccountDialogProps {
  connection: KnownConnection
  returnFocusTo?: HTMLElement | null
  onClose: () => void
}

/** Says what goes before an account is signed out and all that this browser stored of it is deleted. */
const ForgetAccountDialog = ({ connection, returnFocusTo, onClose }: ForgetAccountDialogProps) => {
  const session = useSessionStore()
  const [step, setStep] = useState<'asks' | 'forgets' | 'failed'>('asks')
  const { id, name } = connection
  useForgetting(id)

  const forget = async () => {
    setStep('forgets')
    if (!(await forgetAccount(id))) {
      setStep('failed')
      return
    }
    onClose()
    session.remove(id)
  }

  return (
    <AlertDialog
      open
      title="Sign out and forget"
      description={`The key of ${name} is forgotten in every tab, and everything that this browser stored of the account is deleted for good:`}
      returnFocusTo={returnFocusTo}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" pending={step === 'forgets'} onClick={() => void forget()}>
            Sign out and forget
          </Button>
        </>
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
        {step === 'failed' && (
          <Alert title="The browser did not delete it.">
            You are still signed in. Try again, or reload the page first.
          </Alert>
        )}
      </div>
    </AlertDialog>
  )
}
export default ForgetAccountDialog
