import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { useInstances } from '#api/use-instances.ts'
import { alertSettings } from '#storage/alerts.ts'
import { useKept } from '#storage/kept.ts'
import { paths } from '#model/paths.ts'
import { useActionRequests, useCurrentRequest } from '#operations/action-requests.ts'
import { isSandbox } from '#session/backend.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Logo } from '#ui/logo.tsx'
import { notifyPermission } from '#ui/notification.ts'

import { Account } from './account.tsx'
import { Commands } from './commands.tsx'
import { MainNav } from './main-nav.tsx'
import { useRouteChange } from './use-route-change.ts'

// Not needed for the first row, so asked for after it.
const AfterRows = lazyPart(() => import('./after-rows.tsx'), { failed: 'silent' })
const Alerts = lazyPart(() => import('./alerts.ts'), { failed: 'silent' })
const ActionDialogs = lazyPart(() => import('#features/actions/action-dialogs.tsx'))

/** The frame around every signed-in page: where one is, whose account it is, and what just happened. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { data, isPending } = useInstances()
  const instances = data?.instances
  const alertsAreOn = useKept(alertSettings).isOn && notifyPermission() === 'granted'
  const { close } = useActionRequests()
  const isAsked = useCurrentRequest() !== null
  useRouteChange()
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[72px_minmax(0,1fr)] lg:grid-cols-[224px_minmax(0,1fr)] print:block">
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3 print:hidden"
      >
        Skip to the page
      </a>
      <header className="flex border-line max-md:items-center max-md:justify-between max-md:border-b max-md:px-4 max-md:py-2 md:sticky md:top-0 md:h-dvh md:flex-col md:border-r md:px-2.5 md:py-4 lg:px-3 print:hidden">
        <Link
          to={paths.instances()}
          className="flex items-center gap-2.5 rounded-control px-2 text-lead font-semibold tracking-tight md:mb-4"
        >
          <Logo size={22} />
          <span className="md:max-lg:sr-only">Hatteras</span>
        </Link>
        <Commands instances={instances ?? []} />
        <MainNav instances={instances ?? []} />
        <div className="flex items-center gap-2 md:mt-auto md:flex-col md:items-stretch">
          {isSandbox() && (
            <p className="rounded-card bg-sunken text-small text-ink-muted max-lg:px-1 max-lg:py-1 max-lg:text-center max-lg:text-micro lg:px-3 lg:py-2.5">
              <strong className="font-semibold text-lamp-ink">
                Sandbox<span className="max-lg:hidden">.</span>
              </strong>
              <span className="max-lg:hidden"> A local Carolina Cloud: nothing here is real or billed.</span>
            </p>
          )}
          <Account />
        </div>
      </header>
      <main
        id="page"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1480px] px-4 pt-5 pb-24 outline-none md:px-6 md:pb-12"
      >
        {children}
        {isAsked && <ActionDialogs onClose={close} />}
        {!isPending && (
          <>
            <AfterRows instances={instances} />
            {alertsAreOn && <Alerts />}
          </>
        )}
      </main>
    </div>
  )
}
