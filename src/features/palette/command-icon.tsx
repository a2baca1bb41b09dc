import type { LucideIcon } from 'lucide-react'
import Activity from 'lucide-react/icons/activity'
import AppWindow from 'lucide-react/icons/app-window'
import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import Bookmark from 'lucide-react/icons/bookmark'
import ChartColumn from 'lucide-react/icons/chart-column'
import KeyRound from 'lucide-react/icons/key-round'
import Moon from 'lucide-react/icons/moon'
import Network from 'lucide-react/icons/network'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Scaling from 'lucide-react/icons/scaling'
import Server from 'lucide-react/icons/server'
import Settings from 'lucide-react/icons/settings'
import Square from 'lucide-react/icons/square'
import Terminal from 'lucide-react/icons/terminal'
import Trash from 'lucide-react/icons/trash-2'

import type { CommandIcon as Name } from './command.ts'

const icons: Readonly<Record<Name, LucideIcon>> = {
  stop: Square,
  restart: RotateCw,
  resize: Scaling,
  rename: Pencil,
  delete: Trash,
  instances: Server,
  create: Plus,
  webApps: AppWindow,
  costs: ChartColumn,
  activity: Activity,
  settings: Settings,
  port: Network,
  ssh: Terminal,
  open: ArrowUpRight,
  retry: RotateCw,
  recipe: Bookmark,
  account: KeyRound,
  theme: Moon,
}

/** The picture of what a command does. */
export const CommandIcon = ({ name }: { name: Name }) => {
  const Icon = icons[name]
  return <Icon aria-hidden size={15} strokeWidth={1.75} />
}
