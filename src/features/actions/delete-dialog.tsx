import { useState } from 'react'

import { formatGib } from '#lib/format.ts'
import { apiCall } from '#model/instance/curl.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { useDeleteInstance } from '#operations/hooks.ts'
import { apiBase } from '#page/api-base.ts'
import { Button } from '#ui/button.tsx'
import { AlertDialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { ApiCall } from './api-call.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { type ActionDialogProps, useBoundInstance, useCloseWhenAccepted } from './use-action-dialog.ts'
import { useRefusals } from './use-refusals.ts'

/** Asks for the name before a delete: what is lost cannot be had back. */
const DeleteDialog = ({ instance: opened, onClose }: ActionDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, isPending } = useDeleteInstance(instance)
  const refusal = useRefusals(instance)
  useCloseWhenAccepted(operation, onClose)
  const [typed, setTyped] = useState('')
  const { name, disk_size_gib: disk } = instance
  const price = actionPrice('delete', instance)
  const isNamed = typed.trim() === name

  const submit = () => {
    if (isNamed) void run()
  }

  return (
    <AlertDialog
      open
      title="Delete instance"
      description={
        <>
          All data on the {disk === null ? 'disk' : `${formatGib(disk)} disk`} of{' '}
          <strong className="font-semibold wrap-anywhere text-ink">{name}</strong> is lost for good. This
          cannot be undone.
        </>
      }
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>{isPending ? 'Close' : 'Cancel'}</Button>
          <Button
            type="submit"
            variant="danger"
            pending={isPending}
            disabledReason={
              isPending
                ? undefined
                : (refusal('delete') ?? (isNamed ? undefined : 'Type the name of the instance first.'))
            }
          >
            Delete instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FailureAlert operation={operation} />
        <PriceChange label="Cost" price={price} />
        <p className="text-secondary text-ink-muted">{actionPriceText('delete', price)}</p>
        <Field
          label="Instance name"
          hint={
            <>
              Type <span className="font-mono wrap-anywhere text-ink select-all">{name}</span> to confirm.
            </>
          }
        >
          <TextInput
            mono
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <ApiCall command={apiCall('delete', { baseUrl: apiBase(), ref: name })} />
      </div>
    </AlertDialog>
  )
}
export default DeleteDialog
