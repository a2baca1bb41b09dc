import type { LucideIcon } from 'lucide-react'
import Activity from 'lucide-react/icons/activity'
import AppWindow from 'lucide-react/icons/app-window'
import ChartColumn from 'lucide-react/icons/chart-column'
import Server from 'lucide-react/icons/server'
import Settings from 'lucide-react/icons/settings'
import { NavLink } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import { formatCount } from '#lib/format.ts'
import { openWebAppUrl } from '#model/instance/web-app-url.ts'
import { paths } from '#model/paths.ts'

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
export const MainNav = ({ instances }: { instances: readonly Instance[] }) => {
  const counts = countsOf(instances)
  return (
    <nav
      aria-label="Main"
      className="flex gap-0.5 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:justify-around max-md:border-t max-md:border-line max-md:bg-canvas max-md:pb-[env(safe-area-inset-bottom)] md:flex-col print:hidden"
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
