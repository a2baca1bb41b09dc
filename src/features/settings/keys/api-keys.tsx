import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { Link } from 'react-router'

import { paths } from '#model/paths.ts'
import type { StoredIn, KnownConnection } from '#session/connections.ts'
import { keyHint, useSession, useSessionStore } from '#session/session-context.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, buttonClass, IconButton } from '#ui/button.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

const storedInWords: Record<StoredIn, string> = {
  device: 'kept on this device',
  tab: 'in this tab only',
  page: 'not kept: the browser would not store it, so a reload asks for it again',
}

interface KeyRowProps {
  connection: KnownConnection
  onRename: () => void
  onRemove: () => void
}

const KeyRow = ({ connection: { id, name, key, storedIn }, onRename, onRemove }: KeyRowProps) => {
  const session = useSessionStore()
  const isInUse = useSession().connection?.id === id

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex items-center gap-1">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <IconButton
            size="sm"
            label={`Rename ${name}`}
            icon={<Pencil aria-hidden size={13} />}
            onClick={onRename}
          />
        </div>
        <p className="text-secondary text-ink-muted">
          key {keyHint(key)} · {storedInWords[storedIn]}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {isInUse ? (
          <span className="px-2 text-small font-medium text-ink-muted">In use in this tab</span>
        ) : (
          <Button
            size="sm"
            onClick={() => {
              session.switchTo(id)
              announce(`Now showing ${name}`)
            }}
          >
            Switch to {name}
          </Button>
        )}
        <Button size="sm" variant="danger-quiet" aria-label={`Remove ${name}`} onClick={onRemove}>
          Remove…
        </Button>
      </div>
    </li>
  )
}

const RenameKeyDialog = lazyPart(() => import('./rename-key-dialog.tsx'))
const RemoveKeyDialog = lazyPart(() => import('./remove-key-dialog.tsx'))

/** The keys that are here: which is in use, where each is kept, and what can be done with it. */
export const ApiKeys = () => {
  const { connections } = useSession()
  const [asked, setAsked] = useState<{ action: 'rename' | 'remove'; connection: KnownConnection } | null>(
    null,
  )
  const close = () => {
    setAsked(null)
  }

  return (
    <Panel
      title="API keys"
      flush
      actions={
        <Link to={paths.addKey(`${paths.settings()}#keys`)} className={buttonClass({ size: 'sm' })}>
          <Plus aria-hidden size={13} />
          Add API key
        </Link>
      }
    >
      <ul className="divide-y divide-line">
        {connections.map((connection) => (
          <KeyRow
            key={connection.id}
            connection={connection}
            onRename={() => setAsked({ action: 'rename', connection })}
            onRemove={() => setAsked({ action: 'remove', connection })}
          />
        ))}
      </ul>
      <p className="border-t border-line px-4 py-3 text-secondary text-ink-muted">
        Keys are sent to Carolina Cloud only. Each tab shows one account, so two tabs can show two; a new tab
        starts with the one used last. Signing out forgets the key in use and leaves the others.
      </p>
      {asked?.action === 'rename' && <RenameKeyDialog connection={asked.connection} onClose={close} />}
      {asked?.action === 'remove' && <RemoveKeyDialog connection={asked.connection} onClose={close} />}
    </Panel>
  )
}
