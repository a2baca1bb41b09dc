import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import * as z from 'zod/mini'

import { useApi } from '#api/api-context.ts'
import { keys } from '#api/cache.ts'
import type { InstanceList } from '#contract/instance.ts'
import { showsOtherAccount } from '#features/sign-in/whose-list.ts'
import { pluralize } from '#lib/text.ts'
import { pathInAnyAccount } from '#model/paths.ts'
import { defaultAccountName } from '#session/account-names.ts'
import { apiKeySchema, connectionId as idOfKey, keyProblem, serviceName, tryKey } from '#session/api-key.ts'
import { replaceKey, signIn } from '#session/session-changes.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { LoginName, SecretInput } from '#ui/secret.tsx'

/** A key that works, and shows what the account in use never had. */
interface Stranger {
  key: string
  list: InstanceList
}

/** What to do with a key that was tried: nothing of the account in use is touched before someone has said so. */
const useReplaceKey = () => {
  const session = useSessionStore()
  const { connection, connections } = useSession()
  const { connectionId } = useApi()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname, search, hash } = useLocation()

  return {
    replace: (key: string) => {
      replaceKey(session, connectionId, key)
      // What was refused is no longer polled: it has to be asked for once before it goes on by itself.
      void queries.invalidateQueries({ queryKey: keys.all(connectionId) })
    },
    addAsOwn: ({ key, list }: Stranger) => {
      const here = `${pathname}${search}${hash}`
      if (pathInAnyAccount(here) !== here) void navigate(pathInAnyAccount(here))
      const id = idOfKey(key, session.service)
      queries.setQueryData(keys.list(id), list)
      const name = defaultAccountName(connections.map((one) => one.name))
      signIn(session, { id, name, key }, connection?.storedIn === 'device')
    },
  }
}

interface StrangerDialogProps {
  stranger: Stranger
  name: string
  onOwn: () => void
  onReplace: () => void
  onCancel: () => void
}

/** The key is one of another account, as far as can be told. */
const StrangerDialog = ({ stranger: { list }, name, onOwn, onReplace, onCancel }: StrangerDialogProps) => (
  <Dialog
    open
    stayOnOutsideClick
    width="wide"
    title={`This key shows other instances than ${name}`}
    description={
      list.instances.length === 0
        ? `It shows none at all, and ${name} had some. If it belongs to another account, activity, names and costs of the two would mix.`
        : `It shows ${pluralize(list.instances.length, 'instance')}, and none that ${name} had. If it belongs to another account, activity, names and costs of the two would mix.`
    }
    onClose={onCancel}
    footer={
      <>
        <Button className="max-sm:grow" onClick={onCancel}>
          Cancel
        </Button>
        <Button className="max-sm:grow" onClick={onReplace}>
          Use it here anyway
        </Button>
        <Button variant="primary" className="max-sm:w-full" onClick={onOwn}>
          Use it as an account of its own
        </Button>
      </>
    }
  />
)

/** Asks for a key over the page after the service refused the one in use: what is typed underneath stays as it is. */
const ReauthDialog = () => {
  const session = useSessionStore()
  const { connection, connections } = useSession()
  const { connectionId } = useApi()
  const name = connection?.name ?? 'this account'
  const queries = useQueryClient()
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [stranger, setStranger] = useState<Stranger | null>(null)
  const { replace, addAsOwn } = useReplaceKey()

  const attempt = useMutation({
    mutationFn: async (tried: string) => {
      const list = await tryKey(tried)
      return { list, isOther: await showsOtherAccount(queries, connectionId, list) }
    },
    gcTime: 0,
  })
  /** Its callbacks are not the mutation's own: those are called also where the dialog was closed before the answer. */
  const tryIt = (tried: string) => {
    attempt.mutate(tried, {
      onSuccess: ({ list, isOther }) => {
        if (isOther) setStranger({ key: tried, list })
        else replace(tried)
      },
      onError: (error) => {
        setProblem(keyProblem(error, session.service))
      },
    })
  }

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
    if (owner === undefined) tryIt(result.data)
  }

  if (stranger !== null)
    return (
      <StrangerDialog
        stranger={stranger}
        name={name}
        onOwn={() => addAsOwn(stranger)}
        onReplace={() => replace(stranger.key)}
        onCancel={() => setStranger(null)}
      />
    )
  return (
    <Dialog
      open
      stayOnOutsideClick
      title="API key needed"
      description={`${serviceName(session.service).replace(/^the /, 'The ')} no longer accepts the key of ${name}. Enter another key of the same account to go on; what you typed on the page is kept.`}
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
        <LoginName name={name} />
        <Field label="API key">
          <SecretInput
            isLogin
            name="api-key"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        </Field>
      </div>
    </Dialog>
  )
}
export default ReauthDialog
