import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down'
import LogOut from 'lucide-react/icons/log-out'
import { useState } from 'react'

import { keyHint } from '#session/key-hint.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { IconButton } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'

const AccountMenu = lazyPart(() => import('./account-menu.tsx'))

/** Whose account is shown, told by its name and the end of its key; the way to another one, and the way out. */
export const Account = () => {
  const { connection } = useSession()
  const session = useSessionStore()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (connection === null) return null

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
      {anchor !== null && (
        <AccountMenu
          anchor={anchor}
          onClose={() => {
            setAnchor(null)
          }}
        />
      )}
    </div>
  )
}
