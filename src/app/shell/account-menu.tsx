import Eraser from 'lucide-react/icons/eraser'
import KeyRound from 'lucide-react/icons/key-round'
import LogOut from 'lucide-react/icons/log-out'
import Plus from 'lucide-react/icons/plus'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

import { paths } from '#model/paths.ts'
import { everyKey } from '#session/connections.ts'
import { keyHint, useSession, useSessionStore } from '#session/session-context.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'

import { useAccounts } from './use-accounts.ts'

const ForgetAccountDialog = lazyPart(() => import('#features/settings/keys/forget-account-dialog.tsx'))

/** The accounts to switch to, the keys behind them, and the ways out that say more than the button beside it. */
const AccountMenu = ({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) => {
  const session = useSessionStore()
  const { connections, connection } = useSession()
  const { others, addKey } = useAccounts()
  const navigate = useNavigate()
  const [step, setStep] = useState<'menu' | 'forget' | 'closed'>('menu')
  useEffect(() => {
    if (step === 'closed') onClose()
  }, [onClose, step])

  const entries: MenuEntry[] = [
    ...connections.map(({ id, name, key }): MenuEntry => ({
      kind: 'choice',
      key: id,
      label: name,
      detail: keyHint(key),
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
      label: 'Sign out and forget…',
      icon: <Eraser aria-hidden size={15} />,
      onSelect: () => setStep('forget'),
    },
    // A key of another service is not offered here, and forgotten all the same.
    ...(session.keys.all().length < 2
      ? []
      : [
          {
            kind: 'action',
            label: 'Sign out of all accounts',
            detail: 'Forgets every key in this browser',
            icon: <LogOut aria-hidden size={15} />,
            onSelect: () => session.remove(everyKey),
          } satisfies MenuEntry,
        ]),
  ]

  if (step === 'forget' && connection !== null)
    return <ForgetAccountDialog connection={connection} returnFocusTo={anchor} onClose={onClose} />
  return (
    <AnchoredMenu
      anchor={anchor}
      label="Accounts"
      align="start"
      entries={entries}
      onClose={() => setStep('closed')}
    />
  )
}
export default AccountMenu
