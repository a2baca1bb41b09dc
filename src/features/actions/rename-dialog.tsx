import { useId, useState } from 'react'

import type { ApiError } from '#api/api-error.ts'
import { nameLimits } from '#contract/vocabulary.ts'
import { apiCall } from '#model/instance/curl.ts'
import { nameProblem } from '#model/instance/names.ts'
import { useRenameInstance } from '#operations/hooks.ts'
import { apiBase } from './api-call.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

import {
  type ActionDialogProps,
  ActionFooter,
  FailureAlert,
  InstanceSubject,
  Sentence,
  useBoundInstance,
  useCloseWhenAccepted,
} from './action-parts.tsx'
import { useDisabledReasons } from './use-disabled-reasons.ts'

/** What the service said of the name it was sent; null where its error is about something else. */
const nameError = (error: ApiError | null): string | null => error?.fields['name']?.join(' ') ?? null

/** Gives an instance another name, checked against the service's rule while it is typed. */
const RenameDialog = ({ instance: opened, onClose }: ActionDialogProps) => {
  const instance = useBoundInstance(opened, onClose)
  const { run, operation, error, isPending } = useRenameInstance(instance)
  const disabledReason = useDisabledReasons(instance)
  useCloseWhenAccepted(operation, onClose)
  const [typed, setTyped] = useState(instance.name)
  const sentenceId = useId()
  const name = typed.trim()
  const isSame = name === instance.name
  const problem = isSame ? null : nameProblem(name)
  const sent = operation?.request.action === 'rename' ? operation.request.to : null
  const rejected = sent === name ? nameError(error) : null

  const submit = () => {
    if (!isSame && problem === null) void run(name)
  }

  return (
    <Dialog
      open
      stayOnOutsideClick={!isSame}
      title="Rename instance"
      subject={<InstanceSubject instance={instance} />}
      describedBy={sentenceId}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <ActionFooter
          command={apiCall('update', { baseUrl: apiBase(), ref: instance.name, body: { name } })}
          isPending={isPending}
          onClose={onClose}
        >
          <Button
            type="submit"
            variant="primary"
            pending={isPending}
            disabledReason={
              isPending
                ? undefined
                : (disabledReason('rename') ?? problem ?? (isSame ? 'The name is the same.' : undefined))
            }
          >
            Rename instance
          </Button>
        </ActionFooter>
      }
    >
      <div className="grid gap-3">
        {nameError(error) === null && <FailureAlert operation={operation} />}
        <Sentence id={sentenceId}>Links that hold the old name will stop working.</Sentence>
        <Field
          label="Name"
          error={problem ?? rejected}
          hint={`${nameLimits.min}–${nameLimits.max} lowercase letters, digits and hyphens`}
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
      </div>
    </Dialog>
  )
}
export default RenameDialog
