import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import { apiKeySchema, keyProblem, tryKey } from '#session/api-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { SecretInput } from '#ui/secret.tsx'

/** Asks for a key over the page after the service refused the one in use: what is typed underneath stays as it is. */
const ReauthDialog = () => {
  const session = useSessionStore()
  const { connection, connections } = useSession()
  const { connectionId } = useApi()
  const name = connection?.name ?? 'this account'
  const queries = useQueryClient()
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const attempt = useMutation({
    mutationFn: tryKey,
    gcTime: 0,
    onSuccess: (_list, tried) => {
      session.replaceKey(tried)
      // What was refused is no longer polled: it has to be asked for once before it goes on by itself.
      void queries.invalidateQueries({ queryKey: keys.all(connectionId) })
    },
    onError: (error) => {
      setProblem(keyProblem(error))
    },
  })

  const submit = () => {
    const result = z.safeParse(apiKeySchema, key)
    if (!result.success) {
      setProblem(result.error.issues[0]?.message ?? null)
      return
    }
    const owner = connections.find(({ id, key }) => id !== connectionId && key === result.data)
    setProblem(
      owner === undefined
        ? null
        : `That is the key of ${owner.name}. Nothing was changed. Enter a key of ${name}, or close this and switch to ${owner.name}.`,
    )
    if (owner === undefined) attempt.mutate(result.data)
  }

  return (
    <Dialog
      open
      stayOnOutsideClick
      title="API key needed"
      description={`The service no longer accepts the key of ${name}. Enter another key of the same account to go on; what you typed on the page is kept.`}
      onClose={session.keepRefusedKey}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={session.signOut}>Sign out</Button>
          <Button type="submit" variant="primary" pending={attempt.isPending}>
            Use this key
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {problem !== null && <Alert title={problem} />}
        <Field label="API key">
          <SecretInput name="api-key" value={key} onChange={(event) => setKey(event.currentTarget.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
export default ReauthDialog
