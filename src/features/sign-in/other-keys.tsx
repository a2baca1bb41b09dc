import KeyRound from 'lucide-react/icons/key-round'

import { useOtherConnections } from '#session/session-context.ts'

/** After signing out of one account: the others whose keys are still here, one press away. None is used before it is chosen. */
export const OtherKeys = () => {
  const others = useOtherConnections()
  if (others.length === 0) return null
  return (
    <section aria-labelledby="other-keys" className="mb-4">
      <h2 id="other-keys" className="mb-2 text-secondary text-ink-muted">
        Go on with a key that is still here
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-panel border border-line bg-surface">
        {others.map(({ id, name, hint, switchTo }) => (
          <li key={id}>
            <button
              type="button"
              onClick={switchTo}
              className="flex min-h-11 w-full items-center gap-2.5 px-4 py-2 text-left outline-offset-[-2px] hover:bg-sunken"
            >
              <KeyRound aria-hidden size={15} className="shrink-0 text-ink-muted" />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="shrink-0 text-small text-ink-muted">key {hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
