import { useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

import type { ActRequest } from './act-request.ts'

export type { ActRequest, DialogAct } from './act-request.ts'

const StopDialog = lazyPart(() => import('./stop-dialog.tsx'))
const DeleteDialog = lazyPart(() => import('./delete-dialog.tsx'))
const ResizeDialog = lazyPart(() => import('./resize-dialog.tsx'))
const RenameDialog = lazyPart(() => import('./rename-dialog.tsx'))
const NoRoomDialog = lazyPart(() => import('./no-room-dialog.tsx'))

interface ActDialogsProps {
  /** What is asked for; null while nothing is. Keep it the same object for as long as the dialog is to stay. */
  request: ActRequest | null
  onClose: () => void
  /** The service accepted the act; the dialog closes by itself. */
  onDone?: (act: ActRequest['act'], instance: Instance) => void
}

/** The dialogs of all acts, fetched when the first of each is wanted. */
export const ActDialogs = ({ request, onClose, onDone }: ActDialogsProps) => {
  const [led, setLed] = useState<{ from: ActRequest; to: ActRequest } | null>(null)
  const shown = led?.from === request ? led.to : request
  if (request === null || shown === null) return null

  const props = {
    instance: shown.instance,
    onClose,
    onDone: (instance: Instance) => {
      onClose()
      onDone?.(shown.act, instance)
    },
  }
  return (
    <>
      {shown.act === 'stop' && <StopDialog {...props} />}
      {shown.act === 'delete' && <DeleteDialog {...props} />}
      {shown.act === 'rename' && <RenameDialog {...props} />}
      {shown.act === 'resize' && <ResizeDialog {...props} size={shown.size} />}
      {shown.act === 'restart' && (
        <NoRoomDialog
          {...props}
          capacity={shown.capacity}
          onResize={(size) => {
            setLed({ from: request, to: { act: 'resize', instance: shown.instance, size } })
          }}
        />
      )}
    </>
  )
}
