import { type ReactNode, useState } from 'react'

import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import { AlertDialog } from './dialog.tsx'

interface DeletionDialogProps {
  title: string
  description: string
  /** What the button says that deletes, and what the one says that does not. */
  action: string
  keep?: string
  /** Resolves to false where it did not work; `failure` says what was deleted all the same. */
  remove: () => Promise<boolean>
  onRemoved: () => void
  onClose: () => void
  returnFocusTo?: HTMLElement | null | undefined
  /** What is said where it did not work. */
  failure: ReactNode
  children?: ReactNode
}

const underWay = 'Deleting. This can no longer be stopped.'

/** Asks before something is deleted from this browser for good. Once that has begun, it stays open until it is known how it ended. */
export const DeletionDialog = ({
  action,
  keep = 'Cancel',
  remove,
  onRemoved,
  onClose,
  failure,
  children,
  ...dialog
}: DeletionDialogProps) => {
  const [step, setStep] = useState<'asks' | 'deletes' | 'failed'>('asks')
  const isUnderWay = step === 'deletes'

  const start = async () => {
    setStep('deletes')
    announce(underWay)
    if (await remove().catch(() => false)) onRemoved()
    else setStep('failed')
  }

  return (
    <AlertDialog
      {...dialog}
      open
      onClose={isUnderWay ? undefined : onClose}
      footer={
        <>
          {isUnderWay ? (
            <p className="min-w-0 flex-1 text-secondary text-ink-muted">{underWay}</p>
          ) : (
            <Button onClick={onClose}>{keep}</Button>
          )}
          <Button variant="danger" pending={isUnderWay} onClick={() => void start()}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {step === 'failed' && failure}
    </AlertDialog>
  )
}
