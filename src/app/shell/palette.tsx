import { useNavigate } from 'react-router'

import type { Instance } from '#contract/instance.ts'
import Palette from '#features/palette/palette.tsx'
import { useAsk } from '#operations/action-requests.ts'

import { useAccounts } from './use-accounts.ts'
import { goKeys } from './shortcuts.ts'

const pages = Object.values(goKeys)

interface ShellPaletteProps {
  instances: readonly Instance[]
  onClose: () => void
}

/** The command palette, with the pages and the accounts that it leads to. */
const ShellPalette = ({ instances, onClose }: ShellPaletteProps) => {
  const ask = useAsk()
  const navigate = useNavigate()
  const { others } = useAccounts()
  return (
    <Palette
      pages={pages}
      instances={instances}
      accounts={others}
      onClose={onClose}
      onGo={(to) => void navigate(to)}
      onSwitch={(account) => others.find(({ id }) => id === account)?.open()}
      onAction={(action, instance) => ask({ action, instance })}
    />
  )
}
export default ShellPalette
