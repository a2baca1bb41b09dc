import Activity from 'lucide-react/icons/activity'
import AppWindow from 'lucide-react/icons/app-window'
import ChartColumn from 'lucide-react/icons/chart-column'
import Server from 'lucide-react/icons/server'
import Settings from 'lucide-react/icons/settings'
import type { LucideIcon } from 'lucide-react'

import { paths } from '#model/paths.ts'

export const navItems: readonly { to: string; label: string; icon: LucideIcon }[] = [
  { to: paths.instances(), label: 'Instances', icon: Server },
  { to: paths.webApps(), label: 'Web apps', icon: AppWindow },
  { to: paths.costs(), label: 'Costs', icon: ChartColumn },
  { to: paths.activity(), label: 'Activity', icon: Activity },
  { to: paths.settings(), label: 'Settings', icon: Settings },
]
