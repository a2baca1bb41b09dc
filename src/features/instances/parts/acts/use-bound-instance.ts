import { useEffect, useEffectEvent } from 'react'

import { useInstance } from '#api/use-instance.ts'
import type { Instance } from '#contract/instance.ts'
import { showToast } from '#ui/toast-store.ts'

/**
 * The newest reading of the instance a dialog was opened for, found by uuid whatever the page shows by now. When the service no
 * longer has it, the dialog closes with a word.
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
