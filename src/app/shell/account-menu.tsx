import KeyRound from 'lucide-react/icons/key-round'
import Plus from 'lucide-react/icons/plus'
import { useNavigate } from 'react-router'

import { paths } from '#model/paths.ts'
import { keyHint, useSession } from '#session/session-context.ts'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'

import { useAccounts } from './use-accounts.ts'

/** The accounts to switch to, and the keys behind them. The way out stands beside the button that opens it. */
const AccountMenu = ({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) => {
  const { connections, connection } = useSession()
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
  ]

  return <AnchoredMenu anchor={anchor} label="Accounts" align="start" entries={entries} onClose={onClose} />
}
export default AccountMenu
