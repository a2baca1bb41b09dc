import type { ReactNode, RefObject } from 'react'

import { Button } from '#ui/button.tsx'

import { ApiCallButton } from './api-call-button.tsx'

interface ActionFooterProps {
  /** The `curl` line that does the same. */
  command: string
  /** Another way on, at the left. */
  other?: ReactNode
  isPending: boolean
  onClose: () => void
  cancelRef?: RefObject<HTMLButtonElement | null>
  /** The action's own button. */
  children: ReactNode
}

/** The foot of an action's dialog: the API call at the left, the way back, the action last. */
export const ActionFooter = ({
  command,
  other,
  isPending,
  onClose,
  cancelRef,
  children,
}: ActionFooterProps) => (
  <>
    <span className="mr-auto flex items-center">
      <ApiCallButton command={command} />
      {other}
    </span>
    <span className="flex flex-wrap items-center justify-end gap-2">
      <Button ref={cancelRef} onClick={onClose}>
        {isPending ? 'Close' : 'Cancel'}
      </Button>
      {children}
    </span>
  </>
)
