import LogOut from 'lucide-react/icons/log-out'

import { keyHint } from '#session/api-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { IconButton } from '#ui/button.tsx'

/** Whose account is shown, told by its name and the end of its key; and the way out. */
export const Account = () => {
  const { connection } = useSession()
  const session = useSessionStore()
  if (connection === null) return null
  return (
    <div className="flex items-center gap-2.5 rounded-card lg:border lg:border-line lg:bg-surface lg:p-2">
      <span
        aria-hidden
        className="grid size-6 place-items-center rounded-control bg-accent-soft text-small font-semibold text-accent max-lg:hidden"
      >
        {connection.name.slice(0, 1)}
      </span>
      <span className="min-w-0 flex-1 max-lg:sr-only">
        <span className="block truncate font-medium">{connection.name}</span>
        <span className="block text-small text-ink-muted">key {keyHint(connection.key)}</span>
      </span>
      <IconButton label="Sign out" icon={<LogOut aria-hidden size={15} />} onClick={session.signOut} />
    </div>
  )
}
