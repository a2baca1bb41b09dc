import { useId, useState } from 'react'

import type { Instance } from '#contract/instance.ts'
import { formatGib } from '#lib/format.ts'
import { visibleText } from '#lib/typed.ts'
import { apiCall } from '#model/instance/curl.ts'
import { confirmedBy } from '#model/instance/names.ts'
import { actionPrice } from '#model/pricing/action-price.ts'
import { useAsk } from '#operations/action-requests.ts'
import { useDeleteInstance } from '#operations/hooks.ts'
import { apiBase } from './api-call.tsx'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'

import {
  type ActionDialogProps,
  ActionFooter,
  FailureAlert,
  Figure,
  InstanceSubject,
  Sentence,
  TypedConfirmation,
  useBoundInstance,
  useCloseWhenAccepted,
} from './action-parts.tsx'
import { HourlySaving } from './price-parts.tsx'
import { useInstanceUsage } from './use-instance-usage.ts'
import { useDisabledReasons } from './use-disabled-reasons.ts'

/** What the deletion takes away: what is on the disk where that was measured, or else all that the disk may hold. */
const lossOf = ({ disk_size_gib: size }: Instance, used: number | null): { figure: string; tail: string } => {
  if (used !== null) return { figure: formatGib(used), tail: 'for good' }
  return size === null
    ? { figure: 'all data', tail: 'for good' }
    : { figure: formatGib(size), tail: 'disk for good' }
}

/** Asks for the name before a delete: what is lost cannot be had back. A stop, which keeps the disk, is offered in its place. */
const DeleteDialog = ({ instance: opened, onClose }: ActionDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending } = useDeleteInstance(instance)
  const disabledReason = useDisabledReasons(instance)
  const ask = useAsk()
  useCloseWhenAccepted(operation, onClose)
  const [typed, setTyped] = useState('')
  const sentenceId = useId()
  const { summary } = useInstanceUsage(instance)
  const { name } = instance
  const wanted = confirmedBy(instance)
  const what = wanted === instance.uuid ? 'uuid' : 'name'
  const isNamed = visibleText(typed) === wanted
  const canStop = disabledReason('stop') === undefined && !isPending

  const submit = () => {
    if (isNamed) void run()
  }

  return (
    <AlertDialog
      open
      title="Delete instance"
      subject={<InstanceSubject instance={instance} />}
      describedBy={sentenceId}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <ActionFooter
          command={apiCall('delete', { baseUrl: apiBase(), ref: name })}
          isPending={isPending}
          onClose={onClose}
          other={
            canStop && (
              <Button variant="ghost" className="px-2!" onClick={() => ask({ action: 'stop', instance })}>
                <span>
                  Stop instead<span className="max-sm:hidden">, keep disk</span>
                </span>
              </Button>
            )
          }
        >
          <Button
            type="submit"
            variant="danger"
            pending={isPending}
            disabledReason={
              isPending
                ? undefined
                : (disabledReason('delete') ??
                  (isNamed ? undefined : `Type the ${what} of the instance first.`))
            }
          >
            Delete instance
          </Button>
        </ActionFooter>
      }
    >
      <div className="grid gap-3">
        <FailureAlert operation={operation} />
        <Figure lead="loses" {...lossOf(instance, summary.disk.now)}>
          <HourlySaving change={actionPrice('delete', instance).change} />
        </Figure>
        <Sentence id={sentenceId}>Its name, address and password will go too.</Sentence>
        <TypedConfirmation what={`Instance ${what}`} wanted={wanted} value={typed} onValueChange={setTyped} />
      </div>
    </AlertDialog>
  )
}
export default DeleteDialog
