import { useState } from 'react'

import { useDeleteInstance } from '#api/use-delete-instance.ts'
import { formatGib } from '#lib/format.ts'
import { actPrice, actPriceText } from '#model/act-price.ts'
import { apiCall } from '#model/curl.ts'
import { AlertDialog } from '#ui/alert-dialog.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { showToast } from '#ui/toast-store.ts'

import { apiBase } from '#page/api-base.ts'

import type { ActDialogProps } from './act-request.ts'
import { ApiCall } from './api-call.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { PriceChange } from './price-change.tsx'
import { useBoundInstance } from './use-bound-instance.ts'

/** Asks for the name before a delete: what is lost cannot be had back. */
const DeleteDialog = ({ instance: opened, onClose, onDone }: ActDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const remove = useDeleteInstance()
  const [typed, setTyped] = useState('')
  const { name, disk_size_gib: disk } = instance
  const price = actPrice('delete', instance)
  const isNamed = typed.trim() === name

  const submit = () => {
    if (!isNamed || remove.isPending) return
    remove.mutate(instance, {
      onSuccess: () => {
        showToast({ tone: 'good', title: `${name} is deleted.`, detail: 'Billing has ended.' })
        onDone(instance)
      },
    })
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
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="danger"
            pending={remove.isPending}
            disabledReason={isNamed ? undefined : 'Type the name of the instance first.'}
          >
            Delete instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {remove.error !== null && <FailureAlert error={remove.error} name={name} done="deleted" />}
        <PriceChange label="Cost" price={price} />
        <p className="text-secondary text-ink-muted">{actPriceText('delete', price)}</p>
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
