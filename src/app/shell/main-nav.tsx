import { NavLink } from 'react-router'

import { navItems } from './nav-items.ts'

/** The five places. A column beside the page, icons alone where it is narrow, a bar at the bottom of a phone. */
export const MainNav = () => (
  <nav
    aria-label="Main"
    className="flex gap-0.5 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:justify-around max-md:border-t max-md:border-line max-md:bg-canvas max-md:pb-[env(safe-area-inset-bottom)] md:flex-col"
  >
    {navItems.map(({ to, label, icon: Icon }) => (
      <NavLink
        key={to}
        to={to}
        className="flex items-center gap-2.5 rounded-control px-2 font-medium text-ink-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink max-md:h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:rounded-none max-md:px-0 max-md:text-micro max-md:aria-[current=page]:bg-transparent max-md:aria-[current=page]:text-accent md:h-8"
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} />
        <span className="md:max-lg:sr-only">{label}</span>
      </NavLink>
    ))}
  </nav>
)
