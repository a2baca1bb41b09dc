import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { Link } from 'react-router'

import { paths } from '#model/paths.ts'
import type { KnownConnection } from '#session/connections.ts'
import { useSession } from '#session/session-context.ts'
import { buttonClass } from '#ui/button-class.ts'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

import { KeyRow } from './key-row.tsx'

const RenameKeyDialog = lazyPart(() => import('./rename-key-dialog.tsx'))
const RemoveKeyDialog = lazyPart(() => import('./remove-key-dialog.tsx'))

/** The keys that are here: which is in use, where each is kept, and what can be done with it. */
export const ApiKeys = () => {
  const { connections } = useSession()
  const [asked, setAsked] = useState<{ act: 'rename' | 'remove'; connection: KnownConnection } | null>(null)
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
            onRename={() => setAsked({ act: 'rename', connection })}
            onRemove={() => setAsked({ act: 'remove', connection })}
          />
        ))}
      </ul>
      <p className="border-t border-line px-4 py-3 text-secondary text-ink-muted">
        Keys are sent to Carolina Cloud only. Each tab shows one account, so two tabs can show two; a new tab
        starts with the one used last. Signing out forgets the key in use and leaves the others.
      </p>
      {asked?.act === 'rename' && <RenameKeyDialog connection={asked.connection} onClose={close} />}
      {asked?.act === 'remove' && <RemoveKeyDialog connection={asked.connection} onClose={close} />}
    </Panel>
  )
}
