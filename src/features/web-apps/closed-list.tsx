import { Link } from 'react-router'

import { paths } from '#model/paths.ts'
import { stateInfo } from '#model/instance/states.ts'
import type { ClosedWebApp } from '#model/instance/web-apps.ts'
import { StateBadge } from '#ui/state-mark.tsx'

/** Web apps that cannot be opened now, each with why. */
export const ClosedList = ({ apps }: { apps: readonly ClosedWebApp[] }) => (
  <section aria-labelledby="closed-web-apps" className="mt-8">
    <h2 id="closed-web-apps" className="text-body font-semibold">
      Not open now
    </h2>
    <ul className="mt-2 rounded-panel border border-line">
      {apps.map(({ instance: { uuid, name, state }, app, reason }) => {
        const { kind, word } = stateInfo(state)
        return (
          <li
            key={uuid}
            className="grid gap-x-4 gap-y-0.5 border-b border-line px-4 py-2.5 last:border-b-0 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,5fr)] md:items-center"
          >
            <p className="min-w-0 truncate" title={name}>
              <Link to={paths.instance({ name, uuid })} className="rounded-sm font-name hover:underline">
                {name}
              </Link>{' '}
              <span className="text-secondary text-ink-muted">{app}</span>
            </p>
            <StateBadge kind={kind} word={word} dataState={state} className="text-secondary" />
            <p className="text-secondary text-ink-muted">{reason}</p>
          </li>
        )
      })}
    </ul>
  </section>
)
