import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'

import { useApi } from '#api/api-context.ts'
import { formatCount } from '#lib/format.ts'
import { matches } from '#lib/text.ts'
import { byUse, webAppUseOf } from '#model/instance/web-apps.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { useStored } from '#storage/stored-value.ts'
import { webAppsUsed } from '#storage/instances.ts'
import { SearchInput } from '#ui/text-input.tsx'
import { Segmented } from '#ui/segmented.tsx'

import { type AnyWebApp, Tile } from './tile.tsx'
import { webAppsSearch } from './web-apps-search.ts'

/** As many tiles as one takes in at a glance; with more there is a search. */
const atAGlance = 5

export const gridClass = 'mt-2.5 grid gap-3.5 grid-cols-[repeat(auto-fill,minmax(min(18.75rem,100%),1fr))]'

/** The tiles in their order, and what narrows them down. */
export const Launchpad = ({ apps }: { apps: readonly AnyWebApp[] }) => {
  const {
    values: { q: query, show },
    change,
  } = useSearchState(webAppsSearch)
  const api = useApi()
  const used = useStored(webAppsUsed.of(api.connectionId))
  // A tile stays where it is while one looks at the page: only a pin, which one asks for, moves it.
  const [before] = useState(() => ({
    kept: webAppUseOf(used),
    open: new Set(apps.filter(({ url }) => url !== undefined).map(({ instance }) => instance.uuid)),
  }))
  const kept = webAppUseOf(used)
  const idleSince = idleSinceOf(
    useQuery(
      idleQuery(
        api,
        apps.map(({ instance }) => instance),
      ),
    ).data,
  )
  const ordered = byUse(
    [
      ...apps.filter(({ instance }) => before.open.has(instance.uuid)),
      ...apps.filter(({ instance }) => !before.open.has(instance.uuid)),
    ],
    ({ instance: { uuid } }) => ({ ...before.kept(uuid), isPinned: kept(uuid).isPinned }),
  )
  const shown = ordered.filter(
    ({ instance, app, url }) =>
      (show === 'all' || url !== undefined) &&
      matches([instance.name, app, instance.flavor, instance.owner_email], query),
  )
  const hasSearch = apps.length > atAGlance || query !== '' || show !== 'all'

  return (
    <>
      {hasSearch && (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <SearchInput
            label="Search web apps"
            className="md:max-w-62"
            value={query}
            onValueChange={(q) => change({ q }, { replace: true })}
          />
          <Segmented
            label="Which web apps"
            options={[
              { value: 'all', label: `All ${formatCount(apps.length)}` },
              {
                value: 'running',
                label: `Running ${formatCount(apps.filter(({ url }) => url !== undefined).length)}`,
              },
            ]}
            value={show}
            onValueChange={(next) => change({ show: next })}
          />
          <span className="ml-auto text-small text-ink-muted max-md:hidden">CPU, last 60 min</span>
        </div>
      )}
      {shown.length === 0 ? (
        <p role="status" className="mt-6 text-ink-muted">
          {query === '' ? 'None of them runs.' : `No web app matches “${query}”.`}
        </p>
      ) : (
        <ul className={gridClass}>
          {shown.map((app) => (
            <Tile
              key={app.instance.uuid}
              {...app}
              isPinned={kept(app.instance.uuid).isPinned}
              openedAt={kept(app.instance.uuid).openedAt}
              idleSince={idleSince(app.instance.uuid)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
