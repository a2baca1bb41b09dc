import { useRestartInstance } from '#api/use-power.ts'
import type { Capacity, CapacitySize } from '#contract/errors.ts'
import { canAct } from '#model/acts.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'

import type { ActDialogProps } from './act-request.ts'
import { CapacityPanel } from './capacity-panel.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { useBoundInstance } from './use-bound-instance.ts'
import { mayFindRoomLater, useKeepTrying } from './use-keep-trying.ts'

interface NoRoomDialogProps extends ActDialogProps {
  /** Why the restart that led here was refused. */
  capacity: Capacity
  onResize: (size: CapacitySize) => void
}

/** A restart found no room: what is short, and the ways on. */
const NoRoomDialog = ({ instance: opened, capacity, onResize, onClose, onDone }: NoRoomDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { mutateAsync, isPending, error } = useRestartInstance()
  const { name } = instance
  const canResize = canAct('resize', instance).allowed

  const attempt = async () => {
    const failure = await mutateAsync(instance).then(
      () => null,
      (reason: typeof error) => reason,
    )
    if (failure !== null) return mayFindRoomLater(failure) ? ('again' as const) : ('over' as const)
    showToast({ tone: 'good', title: `${name} is restarting.`, detail: 'Compute billing has resumed.' })
    onDone(instance)
    return 'over' as const
  }
  const keepTrying = useKeepTrying(attempt)

  return (
    <Dialog
      open
      stayOnOutsideClick
      title="Restart instance"
      description={<span className="wrap-anywhere">{name} could not be restarted.</span>}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" pending={isPending} onClick={() => void attempt()}>
            Try again now
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error !== null && error.capacity === null && (
          <FailureAlert error={error} name={name} done="restarted" />
        )}
        <CapacityPanel
          capacity={error?.capacity ?? capacity}
          act="restart"
          keepTrying={keepTrying}
          {...(canResize ? { onUseNearest: onResize } : {})}
        />
      </div>
    </Dialog>
  )
}
export default NoRoomDialog
