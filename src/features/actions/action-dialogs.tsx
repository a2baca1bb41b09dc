import { useActionRequests, useCurrentRequest } from '#operations/action-requests.ts'
import { lazyPart } from '#ui/lazy-part.tsx'

const StopDialog = lazyPart(() => import('./stop-dialog.tsx'))
const DeleteDialog = lazyPart(() => import('./delete-dialog.tsx'))
const ResizeDialog = lazyPart(() => import('./resize-dialog.tsx'))
const RenameDialog = lazyPart(() => import('./rename-dialog.tsx'))
const NoCapacityDialog = lazyPart(() => import('./no-capacity-dialog.tsx'))
const BulkDialog = lazyPart(() => import('./bulk-dialog.tsx'))

/** The dialogs of all actions, in one place for every page. Each is fetched when the first of its kind is asked for. */
const ActionDialogs = () => {
  const request = useCurrentRequest()
  const { close } = useActionRequests()
  if (request === null) return null
  switch (request.action) {
    case 'restart':
      return null
    case 'bulk':
    case 'bulkRun':
      return <BulkDialog request={request} onClose={close} />
    case 'noCapacity':
      return <NoCapacityDialog key={request.instance.uuid} {...request} onClose={close} />
    case 'resize':
      return <ResizeDialog key={request.instance.uuid} {...request} onClose={close} />
    default: {
      const Shown = { stop: StopDialog, delete: DeleteDialog, rename: RenameDialog }[request.action]
      return <Shown key={request.instance.uuid} instance={request.instance} onClose={close} />
    }
  }
}
export default ActionDialogs
