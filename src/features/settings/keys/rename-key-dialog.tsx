import { useState } from 'react'

import { accountNameProblem } from '#session/account-names.ts'
import type { KnownConnection } from '#session/connections.ts'
import { renameKey } from '#session/session-changes.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { TextInput } from '#ui/text-input.tsx'

/** Gives an account another name, here in this browser. */
const RenameKeyDialog = ({
  connection: { id, name },
  onClose,
}: {
  connection: KnownConnection
  onClose: () => void
}) => {
  const session = useSessionStore()
  const { connections } = useSession()
  const [isUnstored, setUnstored] = useState(false)
  const [typed, setTyped] = useState(name)
  const others = connections.filter((one) => one.id !== id).map((one) => one.name)
  const problem = accountNameProblem(typed, others)

  const submit = () => {
    if (problem !== null) return
    if (renameKey(session, id, typed.trim())) onClose()
    else setUnstored(true)
  }

  return (
    <Dialog
      open
      title="Rename API key"
      description="The name is for you, in this browser only."
      stayOnOutsideClick={typed !== name}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={problem ?? undefined}>
            Rename
          </Button>
        </>
      }
    >
      <Field label="Name" error={problem}>
        <TextInput
          autoComplete="off"
          value={typed}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
      {isUnstored && (
        <Alert title="The name was not saved.">
          The storage of this browser is full or blocked, so the name stays as it was.
        </Alert>
      )}
    </Dialog>
  )
}
export default RenameKeyDialog
