import { useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import { useUpdateInstance } from '#api/use-update-instance.ts'
import { nameLimits } from '#contract/vocabulary.ts'
import { apiCall } from '#model/curl.ts'
import { nameProblem } from '#model/names.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { apiBase } from '#page/api-base.ts'

import type { ActDialogProps } from './act-request.ts'
import { ApiCall } from './api-call.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { useBoundInstance } from './use-bound-instance.ts'

/** What the service said of the name it was sent; null where its refusal is about something else. */
const refusedName = (error: ApiError | null): string | null => error?.fields['name']?.join(' ') ?? null

/** Gives an instance another name, checked against the service's rule while it is typed. */
const RenameDialog = ({ instance: opened, onClose, onDone }: ActDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const update = useUpdateInstance(instance)
  const [typed, setTyped] = useState(instance.name)
  const name = typed.trim()
  const isSame = name === instance.name
  const problem = isSame ? null : nameProblem(name)
  const refused = update.variables?.name === name ? refusedName(update.error) : null

  const submit = () => {
    if (isSame || problem !== null || update.isPending) return
    update.mutate(
      { name },
      {
        onSuccess: onDone,
      },
    )
  }

  return (
    <Dialog
      open
      stayOnOutsideClick={!isSame}
      title="Rename instance"
      description="Addresses and links that hold the old name stop working."
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            pending={update.isPending}
            disabledReason={isSame ? 'The name is the same.' : (problem ?? undefined)}
          >
            Rename instance
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {update.error !== null && refusedName(update.error) === null && (
          <FailureAlert error={update.error} name={instance.name} done="renamed" />
        )}
        <Field
          label="Name"
          error={problem ?? refused}
          hint={`${nameLimits.min} to ${nameLimits.max} lowercase letters, digits and hyphens. Names are unique in all of Carolina Cloud.`}
        >
          <TextInput
            mono
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <ApiCall command={apiCall('update', { baseUrl: apiBase(), ref: instance.name, body: { name } })} />
      </div>
    </Dialog>
  )
}
export default RenameDialog
