import type { LucideIcon } from 'lucide-react'
import Activity from 'lucide-react/icons/activity'
import AppWindow from 'lucide-react/icons/app-window'
import ChartColumn from 'lucide-react/icons/chart-column'
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import LogOut from 'lucide-react/icons/log-out'
import Search from 'lucide-react/icons/search'
import Server from 'lucide-react/icons/server'
import Settings from 'lucide-react/icons/settings'
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, NavigationType, NavLink, useLocation, useNavigationType } from 'react-router'

import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { initial } from '#lib/text.ts'
import { openWebAppUrl } from '#model/instance/web-app-url.ts'
import { canonicalPath, paths } from '#model/paths.ts'
import { useActionRequests, useCurrentRequest } from '#operations/action-requests.ts'
import { useTimeZone } from '#page/use-now.ts'
import { isSandbox } from '#session/backend.ts'
import { keyHint, useSession, useSessionStore } from '#session/session-context.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { focusPage } from '#ui/front-layer.ts'
import { commandKey, Kbd } from '#ui/kbd.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Logo } from '#ui/logo.tsx'

import { Shortcuts, TypedEarly } from './shortcuts.ts'

const navItems: readonly { to: string; label: string; icon: LucideIcon }[] = [
  { to: paths.instances(), label: 'Instances', icon: Server },
  { to: paths.webApps(), label: 'Web apps', icon: AppWindow },
  { to: paths.costs(), label: 'Costs', icon: ChartColumn },
  { to: paths.activity(), label: 'Activity', icon: Activity },
  { to: paths.settings(), label: 'Settings', icon: Settings },
]

const countsOf = (instances: readonly Instance[]): Partial<Record<string, number>> => ({
  [paths.instances()]: instances.filter(({ state }) => state !== 'deleted').length,
  [paths.webApps()]: instances.filter((instance) => openWebAppUrl(instance) !== null).length,
})

/** The five places. A column beside the page, icons alone where it is narrow, a bar at the bottom of a phone. */
const MainNav = ({ instances }: { instances: readonly Instance[] }) => {
  const counts = countsOf(instances)
  return (
    <nav
      aria-label="Main"
      className="flex gap-0.5 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:justify-around max-md:border-t max-md:border-line max-md:bg-canvas max-md:pb-[env(safe-area-inset-bottom)] md:flex-col print:hidden low:static max-md:low:order-last max-md:low:w-full max-md:low:border-0"
    >
      {navItems.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          to={to}
          aria-label={label}
          className="flex items-center gap-2.5 rounded-control px-2 font-medium text-ink-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink max-md:h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:rounded-none max-md:px-0 max-md:text-micro max-md:aria-[current=page]:bg-transparent max-md:aria-[current=page]:text-accent md:h-8 md:max-nav:justify-center"
        >
          <Icon aria-hidden size={16} strokeWidth={1.75} />
          <span className="md:max-nav:sr-only">{label}</span>
          {(counts[to] ?? 0) > 0 && (
            <span className="ml-auto text-small font-normal text-ink-muted max-nav:hidden">
              {formatCount(counts[to] ?? 0)}
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  )
}

const AccountMenu = lazyPart(() => import('./account-menu.tsx'))

/** Whose account is shown, told by its name and the end of its key; the way to another one, and the way out. */
const Account = () => {
  const { connection } = useSession()
  const session = useSessionStore()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (connection === null) return null

  return (
    <div className="flex items-center rounded-card md:max-nav:flex-col md:max-nav:gap-1 nav:border nav:border-line nav:bg-surface nav:p-1">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-control p-1 text-left hover:bg-sunken aria-expanded:bg-sunken"
      >
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-control bg-accent-soft text-small font-semibold text-accent"
        >
          {initial(connection.name)}
        </span>
        <span className="min-w-0 flex-1 max-nav:sr-only">
          <span className="block truncate font-medium">{connection.name}</span>
          <span className="block text-small text-ink-muted">{keyHint(connection.key)}</span>
        </span>
        <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-ink-muted max-nav:hidden" />
      </button>
      <IconButton label="Sign out" icon={<LogOut aria-hidden size={15} />} onClick={session.signOut} />
      {anchor !== null && (
        <AccountMenu
          anchor={anchor}
          onClose={() => {
            setAnchor(null)
          }}
        />
      )}
    </div>
  )
}

const Palette = lazyPart(() => import('./palette.tsx'), { fallback: TypedEarly })
const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'))

/** The command palette and the list of shortcuts, with the button that says they are there. */
const Commands = ({ instances }: { instances: readonly Instance[] }) => {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const close = () => setOpen(null)
  const openPalette = () => setOpen('palette')
  const openHelp = () => setOpen('help')

  return (
    <>
      <Button
        className="font-normal text-ink-muted max-nav:hidden nav:mb-3 nav:justify-start nav:[&>span]:grow"
        icon={<Search aria-hidden size={14} />}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
        trailingIcon={<Kbd>{commandKey === '⌘' ? '⌘K' : 'Ctrl K'}</Kbd>}
      >
        <span className="grow text-left">Search or run</span>
      </Button>
      <IconButton
        className="max-md:ml-auto md:mx-auto md:mb-2 md:border-line-strong nav:hidden"
        label="Search or run"
        icon={<Search aria-hidden size={16} />}
        onClick={openPalette}
      />
      <Shortcuts onPalette={openPalette} onHelp={openHelp} />
      {open === 'palette' && <Palette instances={instances} onClose={close} onHelp={openHelp} />}
      {open === 'help' && <ShortcutsDialog onClose={close} />}
    </>
  )
}

/** Says which page one came to, and starts it at its top; going back leaves the place to the browser. */
const useRouteChange = (): void => {
  const pathname = canonicalPath(useLocation().pathname)
  const isStepBack = useNavigationType() === NavigationType.Pop
  const last = useRef(pathname)

  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    if (!isStepBack) globalThis.scrollTo(0, 0)
    // What had the focus may have gone with the page that was left.
    if (document.activeElement === document.body) focusPage()
    const timer = setTimeout(() => {
      announce(document.title.replace(' · Hatteras', ''))
    }, 100)
    return () => {
      clearTimeout(timer)
    }
  }, [pathname, isStepBack])
}

// Not needed for the first row, so asked for after it.
const AfterRows = lazyPart(() => import('./after-rows.tsx'), { failed: 'silent', afterRows: true })
const ActionDialogs = lazyPart(() => import('#features/actions/action-dialogs.tsx'))

/** The frame around every signed-in page: where one is, whose account it is, and what just happened. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { data, isPending } = useInstances()
  const instances = data?.instances
  const { close } = useActionRequests()
  const isAsked = useCurrentRequest() !== null
  const zone = useTimeZone()
  useRouteChange()
  return (
    <div className="md:grid md:grid-cols-[3.5rem_minmax(0,1fr)] nav:grid-cols-[14rem_minmax(0,1fr)] print:block">
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3 print:hidden"
      >
        Skip to the page
      </a>
      <header className="flex border-line max-md:items-center max-md:justify-between max-md:border-b max-md:px-4 max-md:py-2 md:sticky md:top-0 md:h-dvh md:flex-col md:border-r md:px-2.5 md:py-4 nav:px-3 print:hidden low:static low:h-auto max-md:low:flex-wrap">
        <Link
          to={paths.instances()}
          className="flex items-center gap-2.5 rounded-control px-2 text-lead font-semibold tracking-tight md:mb-4"
        >
          <Logo size={22} />
          <span className="max-[18rem]:sr-only md:max-nav:sr-only">Hatteras</span>
        </Link>
        <Commands instances={instances ?? []} />
        <MainNav instances={instances ?? []} />
        <div className="flex items-center gap-2 md:mt-auto md:flex-col md:items-stretch">
          {isSandbox() && (
            <p className="text-small text-ink-muted md:max-nav:-mx-2 md:max-nav:text-center md:max-nav:text-micro nav:px-2">
              <strong className="font-semibold text-lamp-ink">Sandbox</strong>
              <span className="max-nav:hidden"> · nothing is billed</span>
            </p>
          )}
          <Account />
        </div>
      </header>
      <main
        id="page"
        tabIndex={-1}
        className="w-full max-w-[92.5rem] px-4 pt-5 pb-24 outline-none has-[>[data-wide]]:max-w-none md:px-6 md:pb-12"
      >
        {/* Times that are drawn already know nothing of a new zone. */}
        <Fragment key={zone}>{children}</Fragment>
        {isAsked && <ActionDialogs onClose={close} />}
        {!isPending && <AfterRows instances={instances} />}
      </main>
    </div>
  )
}
