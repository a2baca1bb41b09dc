import { useLocation, useNavigate } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import type { CommandIcon } from '#features/palette/command.ts'
import Palette from '#features/palette/palette.tsx'
import { formatCount } from '#lib/format.ts'
import { runningWebApps } from '#model/instance/web-apps.ts'
import { canonicalPath, instanceRef, isCreatePath, paths } from '#model/paths.ts'
import { hourlyCost, sumCosts } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { useAsk } from '#operations/action-requests.ts'

import { useAccounts } from './use-accounts.ts'
import { goKeys, handOverTyped } from './shortcuts.ts'

const icons: Readonly<Record<string, CommandIcon>> = {
  [paths.instances()]: 'instances',
  [paths.create()]: 'create',
  [paths.webApps()]: 'webApps',
  [paths.costs()]: 'costs',
  [paths.activity()]: 'activity',
}

/** What there is on a page, where a figure can say it. */
const figureOf = (to: string, instances: readonly Instance[]): string => {
  const there = instances.filter(({ state }) => state !== 'deleted')
  if (there.length === 0) return ''
  switch (to) {
    case paths.instances():
      return formatCount(there.length)
    case paths.webApps():
      return formatCount(runningWebApps(there).length)
    case paths.costs():
      return `${hourlyText(sumCosts(there.map((instance) => hourlyCost(instance).now)))} / h`
    default:
      return ''
  }
}

const pagesWith = (instances: readonly Instance[]) =>
  Object.entries(goKeys).map(([key, { to, label }]) => ({
    to,
    label,
    icon: icons[to] ?? 'settings',
    figure: figureOf(to, instances),
    keys: `G ${key.toUpperCase()}`,
  }))

/** The instance whose page is open. */
const instanceAt = (pathname: string, instances: readonly Instance[]): Instance | null => {
  if (!/^\/instances\/[^/]+$/.test(canonicalPath(pathname)) || isCreatePath(pathname)) return null
  const ref = instanceRef(pathname)
  return instances.find(({ name, uuid }) => name === ref || uuid === ref) ?? null
}

interface ShellPaletteProps {
  instances: readonly Instance[]
  onClose: () => void
  onHelp: () => void
}

/** The command palette, with the pages and the accounts that it leads to. */
const ShellPalette = ({ instances, onClose, onHelp }: ShellPaletteProps) => {
  const ask = useAsk()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { others } = useAccounts()
  return (
    <Palette
      pages={pagesWith(instances)}
      instances={instances}
      here={instanceAt(pathname, instances)}
      accounts={others}
      onTyped={handOverTyped}
      onClose={onClose}
      onHelp={onHelp}
      onGo={(to) => void navigate(to)}
      onSwitch={(account) => others.find(({ id }) => id === account)?.open()}
      onAction={(action, instance) => ask({ action, instance })}
    />
  )
}
export default ShellPalette
