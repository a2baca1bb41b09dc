import Pencil from 'lucide-react/icons/pencil'

import { keyHint } from '#session/key-hint.ts'
import type { KeptIn, KnownConnection } from '#session/connections.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, IconButton } from '#ui/button.tsx'

const keptWords: Record<KeptIn, string> = {
  device: 'kept on this device',
  tab: 'in this tab only',
  page: 'not kept: the browser would not store it, so a reload asks for it again',
}

interface KeyRowProps {
  connection: KnownConnection
  onRename: () => void
  onRemove: () => void
}

export const KeyRow = ({ connection: { id, name, key, keptIn }, onRename, onRemove }: KeyRowProps) => {
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
          key {keyHint(key)} · {keptWords[keptIn]}
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
