import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import KeyRound from 'lucide-react/icons/key-round'
import LogOut from 'lucide-react/icons/log-out'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { paths } from '#model/paths.ts'
import { keyHint } from '#session/api-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { IconButton } from '#ui/button.tsx'
import { AnchoredMenu, type MenuEntry } from '#ui/menu.tsx'

import { useAccounts } from './use-accounts.ts'

/** Whose account is shown, told by its name and the end of its key; the way to another one, and the way out. */
export const Account = () => {
  const { connections, connection } = useSession()
  const session = useSessionStore()
  const { others, addKey } = useAccounts()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (connection === null) return null

  const entries: MenuEntry[] = [
    ...connections.map(({ id, name, key }): MenuEntry => ({
      kind: 'choice',
      key: id,
      label: name,
      detail: `key ${keyHint(key)}`,
      checked: id === connection.id,
      onSelect: () => others.find((other) => other.id === id)?.open(),
    })),
    { kind: 'separator', key: 'keys' },
    { kind: 'act', label: 'Add another API key…', icon: <Plus aria-hidden size={15} />, onSelect: addKey },
    {
      kind: 'link',
      label: 'Manage keys',
      href: paths.settings(),
      onNavigate: () => void navigate(paths.settings()),
      icon: <KeyRound aria-hidden size={15} />,
    },
    { kind: 'separator', key: 'out' },
    {
      kind: 'act',
      label: 'Sign out',
      icon: <LogOut aria-hidden size={15} />,
      onSelect: session.signOut,
    },
  ]

  return (
    <div className="flex items-center rounded-card md:max-lg:flex-col md:max-lg:gap-1 lg:border lg:border-line lg:bg-surface lg:p-1">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-control p-1 text-left hover:bg-sunken aria-expanded:bg-sunken"
      >
        <span
          aria-hidden
          className="grid size-6 shrink-0 place-items-center rounded-control bg-accent-soft text-small font-semibold text-accent"
        >
          {connection.name.slice(0, 1).toUpperCase()}
        </span>
        <span className="min-w-0 flex-1 max-lg:sr-only">
          <span className="block truncate font-medium">{connection.name}</span>
          <span className="block text-small text-ink-muted">key {keyHint(connection.key)}</span>
        </span>
        <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-ink-muted max-lg:hidden" />
      </button>
      <IconButton label="Sign out" icon={<LogOut aria-hidden size={15} />} onClick={session.signOut} />
      <AnchoredMenu
        anchor={anchor}
        label="Accounts"
        align="start"
        entries={entries}
        onClose={() => {
          setAnchor(null)
        }}
      />
    </div>
  )
}
