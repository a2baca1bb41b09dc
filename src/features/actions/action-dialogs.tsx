import { lazy, Suspense } from 'react'

import { useActionRequests, useCurrentRequest } from '#operations/action-requests.ts'

const StopDialog = lazy(() => import('./stop-dialog.tsx'))
const DeleteDialog = lazy(() => import('./delete-dialog.tsx'))
const ResizeDialog = lazy(() => import('./resize-dialog.tsx'))
const RenameDialog = lazy(() => import('./rename-dialog.tsx'))
const NoRoomDialog = lazy(() => import('./no-room-dialog.tsx'))
const BulkDialog = lazy(() => import('./bulk-dialog.tsx'))

/** The dialogs of all actions, in one place for every page. Each is fetched when the first of its kind is asked for. */
export const ActionDialogs = () => {
  const request = useCurrentRequest()
  const { close } = useActionRequests()
  if (request === null || request.action === 'restart') return null
  switch (request.action) {
    case 'bulk':
    case 'bulkRun':
      return (
        <Suspense>
          <BulkDialog request={request} onClose={close} />
        </Suspense>
      )
    case 'noRoom':
      return (
        <Suspense>
          <NoRoomDialog key={request.instance.uuid} {...request} onClose={close} />
        </Suspense>
      )
    case 'resize':
      return (
        <Suspense>
          <ResizeDialog key={request.instance.uuid} {...request} onClose={close} />
        </Suspense>
      )
    default: {
      const Shown = { stop: StopDialog, delete: DeleteDialog, rename: RenameDialog }[request.action]
      return (
        <Suspense>
          <Shown key={request.instance.uuid} instance={request.instance} onClose={close} />
        </Suspense>
      )
    }
  }
}
