import { Activity, AppWindow, ChartColumn, type LucideIcon, Server, Settings } from 'lucide-react'

import { paths } from '#model/paths.ts'

export const navItems: readonly { to: string; label: string; icon: LucideIcon }[] = [
  { to: paths.instances(), label: 'Instances', icon: Server },
  { to: paths.webApps(), label: 'Web apps', icon: AppWindow },
  { to: paths.costs(), label: 'Costs', icon: ChartColumn },
  { to: paths.activity(), label: 'Activity', icon: Activity },
  { to: paths.settings(), label: 'Settings', icon: Settings },
]
