import { Suspense } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'

import { paths } from '#model/paths.ts'
import { useSession } from '#session/session-context.ts'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import type { Accounts } from './account.ts'
import { ApiProvider } from './api-provider.tsx'
import { PageFailure } from './lazy-page.tsx'
import { Shell } from './shell/shell.tsx'

const ReauthDialog = lazyPart(() => import('./reauth-dialog.tsx'))

/** The frame of every page that needs an account; without one, the way leads over sign-in and back. */
export const SignedIn = ({ accounts }: { accounts: Accounts }) => {
  const { connection, isKeyRefused } = useSession()
  const { pathname, search, hash } = useLocation()

  if (connection === null) return <Navigate to={paths.signIn(`${pathname}${search}${hash}`)} replace />
  return (
    <ApiProvider key={connection.id} account={accounts.of(connection.id)}>
      <Shell>
        <ErrorBoundary
          resetKey={pathname}
          renderFailure={({ error, retry }) => <PageFailure error={error} onRetry={retry} />}
        >
          <Suspense>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </Shell>
      {isKeyRefused && <ReauthDialog />}
    </ApiProvider>
  )
}
