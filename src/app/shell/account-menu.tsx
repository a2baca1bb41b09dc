import KeyRound from 'lucide-react/icons/key-round'
import LogOut from 'lucide-react/icons/log-out'
import Plus from 'lucide-react/icons/plus'
import { useNavigate } from 'react-router'

import { paths } from '#model/paths.ts'
import { keyHint, useSession, useSessionStore } from '#session/session-context.ts'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'

import { useAccounts } from './use-accounts.ts'

/** The accounts to switch to, the keys behind them, and the way out. */
const AccountMenu = ({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) => {
  const { connections, connection } = useSession()
  const session = useSessionStore()
  const { others, addKey } = useAccounts()
  const navigate = useNavigate()
  const entries: MenuEntry[] = [
    ...connections.map(({ id, name, key }): MenuEntry => ({
      kind: 'choice',
      key: id,
      label: name,
      detail: `key ${keyHint(key)}`,
      checked: id === connection?.id,
      onSelect: () => others.find((other) => other.id === id)?.open(),
    })),
    { kind: 'separator', key: 'keys' },
    { kind: 'action', label: 'Add another API key…', icon: <Plus aria-hidden size={15} />, onSelect: addKey },
    {
      kind: 'link',
      label: 'Manage keys',
      href: paths.settings(),
      onNavigate: () => void navigate(paths.settings()),
      icon: <KeyRound aria-hidden size={15} />,
    },
    { kind: 'separator', key: 'out' },
    {
      kind: 'action',
      label: 'Sign out',
      icon: <LogOut aria-hidden size={15} />,
      onSelect: session.signOut,
    },
  ]

  return <AnchoredMenu anchor={anchor} label="Accounts" align="start" entries={entries} onClose={onClose} />
}
export default AccountMenu
