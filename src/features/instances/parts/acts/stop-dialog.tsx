import { useStopInstance } from '#api/use-power.ts'
import { actPrice, actPriceText } from '#model/act-price.ts'
import { apiCall } from '#model/curl.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'

import { apiBase } from '#page/api-base.ts'

import type { ActDialogProps } from './act-request.ts'
import { ApiCall } from './api-call.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { useBoundInstance } from './use-bound-instance.ts'

/** Asks before a stop: what ends, what goes on, and both figures. */
const StopDialog = ({ instance: opened, onClose, onDone }: ActDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const stop = useStopInstance()
  const { name } = instance
  const price = actPrice('stop', instance)

  const submit = () => {
    stop.mutate(instance, {
      onSuccess: () => {
        showToast({ title: `${name} is stopping.`, detail: 'Compute billing ends; storage billing goes on.' })
        onDone(instance)
      },
    })
  }

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
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={stop.isPending}>
            Stop instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {stop.error !== null && <FailureAlert error={stop.error} name={name} done="stopped" />}
        <PriceChange label="Cost" price={price} />
        <p className="text-secondary text-ink-muted">{actPriceText('stop', price)}</p>
        <ApiCall command={apiCall('stop', { baseUrl: apiBase(), ref: name })} />
      </div>
    </Dialog>
  )
}
export default StopDialog
