import { type FormEvent, useEffect, useState, useSyncExternalStore } from 'react'
import { Link, Navigate, useSearchParams } from 'react-router'
import * as z from 'zod/mini'

import { paths, returnPath } from '#model/paths.ts'
import { accountNameProblem, defaultAccountName } from '#session/account-names.ts'
import { apiKeySchema, keyProblem, serviceName } from '#session/api-key.ts'
import { isSandbox } from '#session/backend.ts'
import { askForKey } from '#session/key-handover.ts'
import { isNewTab } from '#session/session-changes.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { useForgetting, useIsLastForgotten } from '#storage/forgotten.ts'
import { Alert } from '#ui/alert.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { LabelledCheckbox } from '#ui/checkbox-list.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Logo } from '#ui/logo.tsx'
import { Note } from '#ui/note.tsx'
import { LoginName, SecretInput } from '#ui/secret.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { readToasts, subscribeToasts } from '#ui/toast-store.ts'
import { useTitle } from '#ui/page-header.tsx'

import { KnownAccountQuestion } from './known-account.tsx'
import { OtherKeys } from './other-keys.tsx'
import { useSignIn } from './use-sign-in.ts'

const sandboxKey = 'sandbox-lab'

// It comes when the form is there, and to a screen that has room for it.
const FleetPicture = lazyPart(() => import('./fleet-picture.tsx'), { failed: 'silent' })
const isWide = () => matchMedia('(min-width: 68.75rem)').matches

/** Says that this is the sandbox, and offers a key of it. */
const SandboxKey = ({ pending, onUse }: { pending: boolean; onUse: (key: string) => void }) => (
  <div className="mt-4 grid gap-3 rounded-panel border border-line bg-sunken p-5">
    <p className="text-secondary text-ink-muted">
      <strong className="font-semibold text-lamp-ink">Sandbox</strong> · nothing here is real or billed
    </p>
    <Button
      size="lg"
      pending={pending}
      onClick={() => {
        onUse(sandboxKey)
      }}
    >
      Use sandbox key
    </Button>
  </div>
)

interface KeyFormProps {
  attempt: ReturnType<typeof useSignIn>['attempt']
  /** The way back to the account in use, where one more key is added. */
  back: { to: string; name: string } | null
}

/** The key, whether to keep it, and, where there are others to tell it from, its name. */
const KeyForm = ({ attempt, back }: KeyFormProps) => {
  const { service } = useSessionStore()
  const { connection, connections } = useSession()
  const [key, setKey] = useState('')
  const [name, setName] = useState('')
  const [keep, setKeep] = useState(connection?.storedIn === 'device')
  const [malformed, setMalformed] = useState<string | null>(null)
  const [nameProblem, setNameProblem] = useState<string | null>(null)
  const problem = malformed ?? (attempt.error === null ? null : keyProblem(attempt.error, service))

  const submit = (text: string, isExample = false) => {
    const result = z.safeParse(apiKeySchema, text)
    const others = connections.map((one) => one.name)
    const wrongName = name.trim() === '' ? null : accountNameProblem(name, others)
    setMalformed(result.success ? null : (result.error.issues[0]?.message ?? null))
    setNameProblem(wrongName)
    if (result.success && wrongName === null) attempt.mutate({ key: result.data, name, keep, isExample })
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
        <Field
          label="API key"
          hint={
            // One place for either, so that nothing below moves.
            <span className="block min-h-9">
              {problem === null ? (
                `Made in the Carolina Cloud dashboard under Settings, API key. It ${isSandbox() ? 'stays in this browser' : `goes to ${serviceName(service)} only`}.`
              ) : (
                <span role="alert" className="block text-bad-ink">
                  {problem}
                </span>
              )}
            </span>
          }
        >
          <SecretInput
            isLogin
            name="api-key"
            autoFocus
            aria-invalid={problem !== null}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        </Field>
        {connections.length === 0 ? (
          <LoginName name={defaultAccountName([])} />
        ) : (
          <Field
            label="Name"
            optional
            error={nameProblem}
            hint="Tells this account from the others: Personal, Lab. It can be changed in Settings."
          >
            <TextInput
              name="account-name"
              autoComplete="username"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </Field>
        )}
        <LabelledCheckbox
          label="Keep me signed in on this device"
          hint="Otherwise in open tabs only: closing the last one forgets the key, unless the browser restores it."
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
      {isSandbox() && (
        <SandboxKey pending={attempt.isPending && key === ''} onUse={(example) => submit(example, true)} />
      )}
    </>
  )
}

/** Says that the key is not safe on its way here. A page of this computer itself is. */
const PlainHttp = () => (
  <Alert tone="lamp" className="mb-4" title="This page came over plain http.">
    Whoever is on the network between can read your key and change what you see. Open Hatteras over https.
  </Alert>
)

/**
 * A new tab asks the open ones for their key first, which takes a moment; `isAsking` meanwhile. One that is busy may answer when the
 * form is there already, and is heard until somebody has begun to fill it in.
 */
const useHandover = () => {
  const session = useSessionStore()
  const [isListening, setListening] = useState(() => isNewTab(session))
  const [isAsking, setAsking] = useState(isListening)
  useEffect(
    () => (isListening ? askForKey(session, () => setAsking(false)) : undefined),
    [isListening, session],
  )
  return { isAsking, stopListening: () => setListening(false) }
}

/** What ended with the account that was left: nothing else on this page would show it. */
const Told = () => {
  const toasts = useSyncExternalStore(subscribeToasts, readToasts)
  return toasts.map(({ id, title, detail }) => (
    <Note key={id} className="mb-4">
      <strong>{title}</strong> {detail}
    </Note>
  ))
}

/** Asks for an API key, tries it, and goes on to the page that was asked for. With `?add` for one more, beside the one in use. */
const SignInPage = () => {
  const { connection } = useSession()
  const [search] = useSearchParams()
  const to = returnPath(search.get('to'))
  const { attempt, known } = useSignIn(to)
  const { isAsking, stopListening } = useHandover()
  const isAdding = search.has('add') && connection !== null
  const title = isAdding ? 'Add an API key' : 'Sign in to Hatteras'
  useTitle(isAdding ? title : 'Sign in')
  useForgetting(connection?.id)
  const isForgotten = useIsLastForgotten()

  if (connection === null && search.has('to') && isForgotten) return <Navigate to={paths.signIn()} replace />
  if (connection !== null && !isAdding && (attempt.isIdle || attempt.isError))
    return <Navigate to={to} replace />
  if (isAsking) return <main aria-busy className="min-h-dvh" />

  return (
    <main onInput={stopListening} className="flex min-h-dvh items-center justify-center gap-20 px-4 py-10">
      <div className="w-full max-w-[25rem]">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <div className="min-w-0">
            <h1 className="text-title font-semibold">{title}</h1>
            <p className="text-secondary wrap-anywhere text-ink-muted">
              {isAdding
                ? `${connection.name} stays. You switch with one click.`
                : 'Your Carolina Cloud instances, live.'}
            </p>
          </div>
        </div>
        {!globalThis.isSecureContext && <PlainHttp />}
        {connection === null && <Told />}
        {known !== null && <KnownAccountQuestion account={known} />}
        <div hidden={known !== null}>
          {connection === null && <OtherKeys />}
          <KeyForm attempt={attempt} back={isAdding ? { to, name: connection.name } : null} />
        </div>
      </div>
      {isWide() && (
        <div className="aspect-[560/440] w-[35rem] shrink-0 max-lg:hidden print:hidden">
          <FleetPicture />
        </div>
      )}
    </main>
  )
}
export default SignInPage
