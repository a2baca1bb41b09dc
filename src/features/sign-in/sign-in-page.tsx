import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'

import { keys } from '#api/keys.ts'
import { returnPath } from '#model/paths.ts'
import { apiKeySchema, connectionId } from '#session/api-key.ts'
import { isSandbox } from '#session/backend.ts'
import { keyProblem, tryKey } from '#session/check-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Field } from '#ui/field.tsx'
import { Logo } from '#ui/logo.tsx'
import { SecretInput } from '#ui/secret-input.tsx'

const sandboxKey = 'sandbox-lab'

/** Asks for an API key, tries it, and goes on to the page that was asked for. */
const SignInPage = () => {
  const session = useSessionStore()
  const { connection } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [key, setKey] = useState('')
  const [keep, setKeep] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const to = returnPath(search.get('to'))

  const attempt = useMutation({
    mutationFn: async (tried: string) => ({ id: await connectionId(tried), list: await tryKey(tried) }),
    gcTime: 0,
    onSuccess: async ({ id, list }, tried) => {
      session.signIn({ id, name: tried === sandboxKey ? 'Sandbox lab' : 'My account', key: tried }, keep)
      queries.setQueryData(keys.list(id), list)
      await navigate(to, { replace: true })
    },
    onError: (error) => {
      setProblem(keyProblem(error))
    },
  })

  useEffect(() => {
    document.title = 'Sign in · Hatteras'
  }, [])

  if (connection !== null && attempt.isIdle) return <Navigate to={to} replace />

  const submit = (text: string) => {
    const result = z.safeParse(apiKeySchema, text)
    setProblem(result.success ? null : (result.error.issues[0]?.message ?? null))
    if (result.success) attempt.mutate(result.data)
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit(key)
  }

  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-[400px]">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <div>
            <h1 className="text-title font-semibold">Sign in to Hatteras</h1>
            <p className="text-secondary text-ink-muted">Your Carolina Cloud instances, live.</p>
          </div>
        </div>
        <form
          onSubmit={onSubmit}
          noValidate
          className="grid gap-4 rounded-panel border border-line bg-surface p-5"
        >
          {problem !== null && <Alert title={problem} />}
          <Field
            label="API key"
            hint="Made in the Carolina Cloud dashboard under Settings, API key. It stays in this browser."
          >
            <SecretInput
              name="api-key"
              autoFocus
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
          </Field>
          <Checkbox
            label="Keep me signed in on this device"
            hint="Otherwise the key is forgotten when this tab is closed."
            checked={keep}
            onCheckedChange={setKeep}
          />
          <Button type="submit" variant="primary" size="lg" pending={attempt.isPending && key !== ''}>
            Sign in
          </Button>
        </form>
        {isSandbox() && (
          <div className="mt-4 rounded-panel border border-line bg-sunken p-4">
            <p className="text-secondary text-ink-muted">
              <strong className="font-semibold text-lamp-ink">Sandbox.</strong> This page talks to a local
              Carolina Cloud: nothing here is real or billed.
            </p>
            <Button
              className="mt-3 w-full"
              pending={attempt.isPending && key === ''}
              onClick={() => {
                submit(sandboxKey)
              }}
            >
              Use sandbox key
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}
export default SignInPage
