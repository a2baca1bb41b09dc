import { useId, useRef } from 'react'

import { formatGib } from '#lib/format.ts'
import { apiCall } from '#model/instance/curl.ts'
import { actionPrice } from '#model/pricing/action-price.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { useStopInstance } from '#operations/hooks.ts'
import { apiBase } from './api-call.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

import {
  type ActionDialogProps,
  ActionFooter,
  FailureAlert,
  InstanceSubject,
  Sentence,
  useBoundInstance,
  useCloseWhenAccepted,
} from './action-parts.tsx'
import { ChangeFigure, PriceBars, UnknownNote } from './price-parts.tsx'
import { useDisabledReasons } from './use-disabled-reasons.ts'

/** Asks before a stop: what it saves, what will end, and what goes on. */
const StopDialog = ({ instance: opened, onClose }: ActionDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending } = useStopInstance(instance)
  const disabledReason = useDisabledReasons(instance)
  useCloseWhenAccepted(operation, onClose)
  const cancelRef = useRef<HTMLButtonElement>(null)
  const sentenceId = useId()
  const { name, disk_size_gib: disk } = instance
  const price = actionPrice('stop', instance)
  const { now, stopped } = hourlyCost(instance)

  return (
    <Dialog
      open
      title="Stop instance"
      subject={<InstanceSubject instance={instance} />}
      describedBy={sentenceId}
      initialFocus={cancelRef}
      onClose={onClose}
      onSubmit={() => void run()}
      footer={
        <ActionFooter
          command={apiCall('stop', { baseUrl: apiBase(), ref: name })}
          isPending={isPending}
          onClose={onClose}
          cancelRef={cancelRef}
        >
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={isPending ? undefined : disabledReason('stop')}
          >
            Stop instance
          </Button>
        </ActionFooter>
      }
    >
      <div className="grid gap-3">
        <FailureAlert operation={operation} />
        <ChangeFigure change={price.change} isNothing="Saves nothing" />
        <PriceBars before={now} after={stopped} />
        <UnknownNote price={price} />
        <Sentence id={sentenceId}>
          What runs on it will end; its {disk === null ? 'disk' : `${formatGib(disk)} disk`} is kept.
        </Sentence>
      </div>
    </Dialog>
  )
}
export default StopDialog
