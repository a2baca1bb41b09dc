import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { apiCall } from '#model/instance/curl.ts'
import { useStopInstance } from '#operations/hooks.ts'
import { apiBase } from '#page/api-base.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import { ApiCall } from './api-call.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { type ActionDialogProps, useBoundInstance, useCloseWhenAccepted } from './use-action-dialog.ts'
import { useRefusals } from './use-refusals.ts'

/** Asks before a stop: what ends, what goes on, and both figures. */
const StopDialog = ({ instance: opened, onClose }: ActionDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending } = useStopInstance(instance)
  const refusal = useRefusals(instance)
  useCloseWhenAccepted(operation, onClose)
  const { name } = instance
  const price = actionPrice('stop', instance)

  return (
    <Dialog
      open
      title="Stop instance"
      description={
        <>
          <strong className="font-semibold wrap-anywhere text-ink">{name}</strong> is shut down, and what runs
          on it ends. Its disk is kept.
        </>
      }
      onClose={onClose}
      onSubmit={() => void run()}
      footer={
        <>
          <Button onClick={onClose}>{isPending ? 'Close' : 'Cancel'}</Button>
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={isPending ? undefined : refusal('stop')}
          >
            Stop instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FailureAlert operation={operation} />
        <PriceChange label="Cost" price={price} />
        <p className="text-secondary text-ink-muted">{actionPriceText('stop', price)}</p>
        <ApiCall command={apiCall('stop', { baseUrl: apiBase(), ref: name })} />
      </div>
    </Dialog>
  )
}
export default StopDialog
