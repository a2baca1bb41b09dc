import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import * as z from 'zod/mini'

import { accountNameProblem } from '#session/account-names.ts'
import { apiKeySchema } from '#session/api-key.ts'
import { isSandbox } from '#session/backend.ts'
import { keyProblem } from '#session/check-key.ts'
import { useSession } from '#session/session-context.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'
import { buttonClass } from '#ui/button-class.ts'
import { LabelledCheckbox } from '#ui/labelled-checkbox.tsx'
import { Field } from '#ui/field.tsx'
import { SecretInput } from '#ui/secret-input.tsx'
import { TextInput } from '#ui/text-input.tsx'

import { SandboxKey } from './sandbox-key.tsx'
import type { useSignIn } from './use-sign-in.ts'

interface KeyFormProps {
  attempt: ReturnType<typeof useSignIn>
  /** The way back to the account in use, where one more key is added. */
  back: { to: string; name: string } | null
}

/** The key, whether to keep it, and, where there are others to tell it from, its name. */
export const KeyForm = ({ attempt, back }: KeyFormProps) => {
  const { connection, connections } = useSession()
  const [key, setKey] = useState('')
  const [name, setName] = useState('')
  const [keep, setKeep] = useState(connection?.keptIn === 'device')
  const [malformed, setMalformed] = useState<string | null>(null)
  const [nameProblem, setNameProblem] = useState<string | null>(null)
  const problem = malformed ?? (attempt.error === null ? null : keyProblem(attempt.error))

  const submit = (text: string) => {
    const result = z.safeParse(apiKeySchema, text)
    const others = connections.map((one) => one.name)
    const wrongName = name.trim() === '' ? null : accountNameProblem(name, others)
    setMalformed(result.success ? null : (result.error.issues[0]?.message ?? null))
    setNameProblem(wrongName)
    if (result.success && wrongName === null) attempt.mutate({ key: result.data, name, keep })
    else attempt.reset()
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit(key)
  }

  return (
    <>
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
        {connections.length > 0 && (
          <Field
            label="Name"
            optional
            error={nameProblem}
            hint="Tells this account from the others: Personal, Lab. It can be changed in Settings."
          >
            <TextInput
              name="account-name"
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Field>
        )}
        <LabelledCheckbox
          label="Keep me signed in on this device"
          hint="Otherwise the key is forgotten when this tab is closed."
          checked={keep}
          onCheckedChange={setKeep}
        />
        <div className="grid gap-2">
          <Button type="submit" variant="primary" size="lg" pending={attempt.isPending && key !== ''}>
            Sign in
          </Button>
          {back !== null && (
            <Link to={back.to} className={buttonClass({ variant: 'ghost', size: 'lg' })}>
              Back to {back.name}
            </Link>
          )}
        </div>
      </form>
      {isSandbox() && <SandboxKey pending={attempt.isPending && key === ''} onUse={submit} />}
    </>
  )
}
