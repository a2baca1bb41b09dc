import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import { Link } from 'react-router'

import { initial } from '#lib/text.ts'
import { paths } from '#model/paths.ts'
import { serviceName } from '#session/api-key.ts'
import type { KnownConnection, StoredIn } from '#session/connections.ts'
import { otherKeys } from '#session/session-changes.ts'
import { keyHint, useSession, useSessionStore } from '#session/session-context.ts'
import { announce } from '#ui/announcer.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { InfoMark } from '#ui/info-mark.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

const storedInWords: Record<StoredIn, string> = {
  device: 'kept on this device',
  tab: 'in open tabs only',
  page: 'not kept: the browser would not store it, so a reload asks for it again',
}

interface KeyRowProps {
  connection: KnownConnection
  onRename: () => void
  onRemove: () => void
}

const RemoveButton = ({ name, onRemove }: { name: string; onRemove: () => void }) => (
  <Button
    square
    size="sm"
    variant="ghost"
    aria-label={`Remove ${name}`}
    title={`Remove ${name}`}
    icon={<Trash aria-hidden size={14} />}
    onClick={onRemove}
  />
)

const KeyRow = ({ connection: { id, name, key, storedIn }, onRename, onRemove }: KeyRowProps) => {
  const session = useSessionStore()
  const isInUse = useSession().connection?.id === id

  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 py-1.5 pr-2.5 pl-4 max-sm:gap-x-2">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-control bg-accent-soft text-small font-semibold text-accent"
      >
        {initial(name)}
      </span>
      <div className="min-w-0 flex-1 basis-28">
        <p className="text-secondary font-medium wrap-anywhere">{name}</p>
        <p className="text-small text-ink-muted">
          {keyHint(key)} · {storedInWords[storedIn]}
        </p>
      </div>
      {isInUse ? (
        <span className="rounded-sm bg-accent-soft px-2 text-small leading-5 font-medium text-accent">
          in use
        </span>
      ) : (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Switch to ${name}`}
          onClick={() => {
            session.switchTo(id)
            announce(`Now showing ${name}`)
          }}
        >
          Switch
        </Button>
      )}
      <span className="flex">
        {/* Their tips are the browser's own: one that stays while it has the focus would cover the button above. */}
        <Button
          square
          size="sm"
          variant="ghost"
          aria-label={`Rename ${name}`}
          title={`Rename ${name}`}
          icon={<Pencil aria-hidden size={14} />}
          onClick={onRename}
        />
        <RemoveButton name={name} onRemove={onRemove} />
      </span>
    </li>
  )
}

const AboutKeys = () => (
  <InfoMark label="About API keys">
    <p>A key is sent to the service it was entered for, and to no other.</p>
    <p>
      Each tab shows one account, so two tabs can show two; a new tab starts with the one used last. Signing
      out forgets the key in use and leaves the others; what this browser stored of the account stays until
      you forget it.
    </p>
  </InfoMark>
)

const RenameKeyDialog = lazyPart(() => import('./rename-key-dialog.tsx'))
const RemoveKeyDialog = lazyPart(() => import('./remove-key-dialog.tsx'))

/** A key of another service that is here: this page does not use it, and can only be rid of it. */
const KeyElsewhere = ({
  connection: { name, key, service },
  onRemove,
}: Pick<KeyRowProps, 'connection' | 'onRemove'>) => (
  <li className="flex min-h-11 items-center gap-x-3 py-1.5 pr-2.5 pl-4">
    <div className="min-w-0 flex-1">
      <p className="text-secondary font-medium wrap-anywhere">{name}</p>
      <p className="text-small text-ink-muted">
        {keyHint(key)} ·{' '}
        {service === undefined ? 'of a service that was not noted' : `of ${serviceName(service)}`}, not used
        here
      </p>
    </div>
    <RemoveButton name={name} onRemove={onRemove} />
  </li>
)

const ForgetAccountDialog = lazyPart(() => import('./forget-account-dialog.tsx'))

/** Leaves the account in use, and takes along all that this browser stored of it. */
const ForgetAccount = () => {
  const { connection } = useSession()
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="border-t border-line px-1.75 py-2">
      <Button size="sm" variant="ghost" className="text-bad-ink!" onClick={() => setAsking(true)}>
        Forget account…
      </Button>
      {isAsking && connection !== null && (
        <ForgetAccountDialog connection={connection} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

/** The keys that are here: which is in use, where each is kept, and what can be done with it. */
export const ApiKeys = () => {
  const session = useSessionStore()
  const { connections } = useSession()
  const [{ unclaimed, elsewhere }, setOthers] = useState(() => otherKeys(session))
  const [asked, setAsked] = useState<{ action: 'rename' | 'remove'; connection: KnownConnection } | null>(
    null,
  )
  const close = () => {
    setAsked(null)
    setOthers(otherKeys(session))
  }

  return (
    <Panel
      title="API keys"
      flush
      actions={
        <>
          <AboutKeys />
          <Link to={paths.addKey(`${paths.settings()}#keys`)} className={buttonClass({ size: 'sm' })}>
            <Plus aria-hidden size={13} />
            Add API key
          </Link>
        </>
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
        {[...unclaimed, ...elsewhere].map((connection) => (
          <KeyElsewhere
            key={connection.id}
            connection={connection}
            onRemove={() => setAsked({ action: 'remove', connection })}
          />
        ))}
      </ul>
      <ForgetAccount />
      {asked?.action === 'rename' && <RenameKeyDialog connection={asked.connection} onClose={close} />}
      {asked?.action === 'remove' && <RemoveKeyDialog connection={asked.connection} onClose={close} />}
    </Panel>
  )
}
