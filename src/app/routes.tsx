import { Suspense } from 'react'
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router'

import { FleetPage } from '#features/fleet/fleet-page.tsx'
import { paths } from '#model/paths.ts'
import { useSession } from '#session/session-context.ts'
import { ErrorBoundary } from '#ui/error-boundary.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

import type { Accounts } from './account.ts'
import { ApiProvider } from './api-provider.tsx'
import { lazyPage, PageFailure } from './lazy-page.tsx'
import { Shell } from './shell/shell.tsx'

const ReauthDialog = lazyPart(() => import('./reauth-dialog.tsx'))

/** The frame of every page that needs an account; without one, the way leads over sign-in and back. */
const SignedIn = ({ accounts }: { accounts: Accounts }) => {
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

const SignInPage = lazyPage(() => import('#features/sign-in/sign-in-page.tsx'))
const CreatePage = lazyPage(() => import('#features/create/create-page.tsx'))
const InstancePage = lazyPage(() => import('#features/instance/instance-page.tsx'))
const WebAppsPage = lazyPage(() => import('#features/web-apps/web-apps-page.tsx'))
const CostsPage = lazyPage(() => import('#features/costs/costs-page.tsx'))
const ActivityPage = lazyPage(() => import('#features/activity/activity-page.tsx'))
const SettingsPage = lazyPage(() => import('#features/settings/settings-page.tsx'))
const NotFoundPage = lazyPage(() => import('#features/not-found/not-found-page.tsx'))
const DesignPage =
  import.meta.env.DEV || import.meta.env.MODE === 'design'
    ? lazyPage(() => import('#features/design/design-page.tsx'))
    : null

/** Which page answers to which URL. The fleet comes with the first load; every other page is fetched when it is wanted. */
const accountPages = (
  <>
    <Route index element={<Navigate to={paths.instances()} replace />} />
    <Route path="/instances" element={<FleetPage />} />
    <Route path="/instances/new" element={<CreatePage />} />
    <Route path="/instances/:ref" element={<InstancePage />} />
    <Route path="/webapps" element={<WebAppsPage />} />
    <Route path="/costs" element={<CostsPage />} />
    <Route path="/activity" element={<ActivityPage />} />
    <Route path="/settings" element={<SettingsPage />} />
    <Route path="*" element={<NotFoundPage />} />
  </>
)
const otherPages = (
  <>
    <Route path="/sign-in" element={<SignInPage />} />
    {DesignPage !== null && <Route path="/design" element={<DesignPage />} />}
  </>
)

/** All pages; those of an account are drawn in its frame. */
export const AppRoutes = ({ accounts }: { accounts: Accounts }) => (
  <Routes>
    {otherPages}
    <Route element={<SignedIn accounts={accounts} />}>{accountPages}</Route>
  </Routes>
)
