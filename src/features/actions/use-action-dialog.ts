import { useEffect, useEffectEvent } from 'react'

import { useInstance } from '#api/use-instance.ts'
import type { Instance } from '#contract/instance.ts'
import { type Operation, wasAccepted } from '#operations/operation.ts'
import { showToast } from '#ui/toast-store.ts'

/** What every dialog of an action on one instance is given. */
export interface ActionDialogProps {
  /** As it was when the dialog was opened; the action goes to its uuid, whatever the page shows meanwhile. */
  instance: Instance
  onClose: () => void
}

/**
 * The newest reading of the instance a dialog was opened for, found by uuid. When the service no longer has it, the dialog closes with
 * a word.
 */
export const useBoundInstance = (opened: Instance, onClose: () => void): Instance => {
  const { data, error } = useInstance(opened.uuid)
  const isGone = error?.isNotFound === true || data?.state === 'deleted'

  const leave = useEffectEvent(() => {
    showToast({
      tone: 'bad',
      title: `${opened.name} no longer exists.`,
      detail: 'It was deleted, here or elsewhere; there is nothing left to act on.',
    })
    onClose()
  })
  useEffect(() => {
    if (isGone) leave()
  }, [isGone])

  return data ?? opened
}

/** Closes a dialog as soon as the service has accepted what it asked for; what comes of it is told elsewhere. */
export const useCloseWhenAccepted = (operation: Operation | undefined, onClose: () => void): void => {
  const isAccepted = operation !== undefined && wasAccepted(operation)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isAccepted) close()
  }, [isAccepted])
}
