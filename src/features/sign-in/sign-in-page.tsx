import { Navigate, useSearchParams } from 'react-router'

import { returnPath } from '#model/paths.ts'
import { useSession } from '#session/session-context.ts'
import { Logo } from '#ui/logo.tsx'
import { useTitle } from '#ui/use-title.ts'

import { KeyForm } from './key-form.tsx'
import { OtherKeys } from './other-keys.tsx'
import { useSignIn } from './use-sign-in.ts'

/** Asks for an API key, tries it, and goes on to the page that was asked for. With `?add` for one more, beside the one in use. */
const SignInPage = () => {
  const { connection } = useSession()
  const [search] = useSearchParams()
  const to = returnPath(search.get('to'))
  const attempt = useSignIn(to)
  const isAdding = search.has('add') && connection !== null
  const title = isAdding ? 'Add an API key' : 'Sign in to Hatteras'
  useTitle(isAdding ? title : 'Sign in')

  if (connection !== null && !isAdding && (attempt.isIdle || attempt.isError))
    return <Navigate to={to} replace />

  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-[400px]">
        <div className="mb-6 flex items-center gap-3">
          <Logo size={36} />
          <div className="min-w-0">
            <h1 className="text-title font-semibold">{title}</h1>
            <p className="truncate text-secondary text-ink-muted">
              {isAdding
                ? `${connection.name} stays. You switch with one click.`
                : 'Your Carolina Cloud instances, live.'}
            </p>
          </div>
        </div>
        {connection === null && <OtherKeys />}
        <KeyForm attempt={attempt} back={isAdding ? { to, name: connection.name } : null} />
      </div>
    </main>
  )
}
export default SignInPage
