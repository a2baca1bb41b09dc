import KeyRound from 'lucide-react/icons/key-round'
import { type ReactNode, useState } from 'react'

import { pluralize } from '#lib/text.ts'
import { serviceName } from '#session/api-key.ts'
import { useOtherConnections } from '#session/other-connections.ts'
import { claimKey, otherKeys } from '#session/session-changes.ts'
import { keyHint, useSessionStore } from '#session/session-context.ts'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'

interface KeyListProps {
  id: string
  title: string
  hint?: ReactNode
  keys: readonly { id: string; name: string; hint: string; use: () => void }[]
}

/** Keys that are here, each one press away. */
const KeyList = ({ id, title, hint, keys }: KeyListProps) => (
  <section aria-labelledby={id} className="mb-4">
    <h2 id={id} className="mb-2 text-secondary text-ink-muted">
      {title}
    </h2>
    <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
      {keys.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            onClick={one.use}
            className="flex min-h-11 w-full items-center gap-2.5 px-4 py-2 text-left outline-offset-[-2px] hover:bg-sunken"
          >
            <KeyRound aria-hidden size={15} className="shrink-0 text-ink-muted" />
            <span className="min-w-0 flex-1 font-medium wrap-anywhere">{one.name}</span>
            <span className="shrink-0 text-small text-ink-muted">{one.hint}</span>
          </button>
        </li>
      ))}
    </ul>
    {hint !== undefined && <p className="mt-2 text-small text-ink-muted">{hint}</p>}
  </section>
)

/** How many keys belong to each of the other services, as sentences. */
const elsewhereText = (services: readonly string[]): string =>
  [...new Set(services)]
    .map((one) => {
      const count = services.filter((other) => other === one).length
      return `${pluralize(count, 'key')} here ${count === 1 ? 'belongs' : 'belong'} to ${serviceName(one)}.`
    })
    .join(' ')

/** The keys that are here and that nobody uses in this tab. None is used before it is chosen, and none of another service is offered. */
export const OtherKeys = () => {
  const session = useSessionStore()
  const others = useOtherConnections()
  const [{ unclaimed, elsewhere }, setKeys] = useState(() => otherKeys(session))
  const here = serviceName(session.service)
  const forgetElsewhere = () => {
    for (const { id } of elsewhere) session.remove(id)
    setKeys(otherKeys(session))
    // The button is gone.
    document.querySelector<HTMLElement>('[name=api-key]')?.focus()
  }
  return (
    <>
      {!session.isNoted() && (
        <Note className="mb-4">
          <strong>Close the other tabs of Hatteras: one that was away may still be signed in.</strong> This
          browser blocks storage or has no room left, so it is not told.
        </Note>
      )}
      {others.length > 0 && (
        <KeyList
          id="other-keys"
          title="Go on with a key that is still here"
          keys={others.map(({ id, name, hint, switchTo }) => ({ id, name, hint, use: switchTo }))}
        />
      )}
      {unclaimed.length > 0 && (
        <KeyList
          id="unclaimed-keys"
          title={`Is this a key of ${here}?`}
          hint={`An earlier version of Hatteras did not note which service a key is for. Choose it only if it is one of ${here}: it is sent there.`}
          keys={unclaimed.map((one) => ({
            id: one.id,
            name: one.name,
            hint: keyHint(one.key),
            use: () => claimKey(session, one),
          }))}
        />
      )}
      {elsewhere.length > 0 && (
        <Note className="mb-4">
          {elsewhereText(elsewhere.map((one) => one.service ?? ''))} They stay here, and are not sent to{' '}
          {here}.
          <div className="mt-2">
            <Button size="sm" onClick={forgetElsewhere}>
              {elsewhere.length === 1 ? 'Forget it' : 'Forget them'}
            </Button>
          </div>
        </Note>
      )}
    </>
  )
}
