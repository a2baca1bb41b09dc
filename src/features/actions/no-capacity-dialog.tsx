import type { Capacity, CapacitySize } from '#contract/errors.ts'
import type { Instance } from '#contract/instance.ts'
import { checkAction } from '#model/instance/actions.ts'
import { useAsk } from '#operations/action-requests.ts'
import { useRestartInstance } from '#operations/hooks.ts'
import { useOperation } from '#operations/operations-context.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import { FailureAlert, InstanceSubject, useBoundInstance, useCloseWhenAccepted } from './action-parts.tsx'
import { CapacityPanel } from './capacity-panel.tsx'
import { useKeepTrying } from './use-keep-trying.ts'

interface NoRoomDialogProps {
  instance: Instance
  /** Why the restart that led here was refused. */
  capacity: Capacity
  onClose: () => void
}

/** A restart found no room: what is short, and the ways on. */
const NoCapacityDialog = ({ instance: opened, capacity, onClose }: NoRoomDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending, error } = useRestartInstance(instance)
  const ask = useAsk()
  // A try may have been begun when the dialog was open before.
  const latest = useOperation(instance.uuid)
  useCloseWhenAccepted(latest?.request.action === 'restart' ? latest : operation, onClose)
  const request = { action: 'restart', uuid: instance.uuid, name: instance.name } as const
  const keepTrying = useKeepTrying(() => ({ request, attempt: run }), request)
  const shown = error?.capacity ?? capacity
  const useNearest = (size: CapacitySize) => ask({ action: 'resize', instance, size })

  return (
    <Dialog
      open
      stayOnOutsideClick
      title="Restart instance"
      subject={<InstanceSubject instance={instance} />}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button
            variant={shown.account === null ? 'default' : 'primary'}
            pending={isPending}
            onClick={() => void run()}
          >
            Try again now
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {(error === null || error.capacity === null) && <FailureAlert operation={operation} />}
        <CapacityPanel
          capacity={shown}
          action="restart"
          keepTrying={keepTrying}
          leads
          {...(checkAction('resize', instance).allowed ? { onUseNearest: useNearest } : {})}
        />
      </div>
    </Dialog>
  )
}
export default NoCapacityDialog
