import { useQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { cpuTiers } from '#contract/vocabulary.ts'
import { formatCount } from '#lib/format.ts'
import { freeText, oneOf, searchCodec } from '#lib/search-params.ts'
import { matches } from '#lib/matches.ts'
import { presetsFor } from '#model/create/presets.ts'
import { byUse, closedWebApps, runningWebApps, webAppUseOf } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { hourlyFigure } from '#model/pricing/price-text.ts'
import { estimate, publishedPrices, ratesFor } from '#model/pricing/rates.ts'
import { EnvironmentIcon } from '#page/environment-icon.tsx'
import { Freshness } from '#page/freshness.tsx'
import LoadFailure from '#page/load-failure.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { idleQuery, idleSinceOf } from '#storage/idle-query.ts'
import { webAppsUsed } from '#storage/instances.ts'
import { rateOverrides } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Skeleton } from '#ui/loading.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SearchInput } from '#ui/search-input.tsx'

import { type AnyWebApp, Tile } from './tile.tsx'

/** Which web apps are looked at, as it stands in the address. */
export const webAppsSearch = searchCodec({ q: freeText(), show: oneOf(['all', 'running'], 'all') })

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

const notebook = { resource_type: 'container', flavor: 'marimo' } as const
const [cpuTier] = cpuTiers

/** The way to a new notebook, with what the smallest one costs. */
const NewNotebook = ({ instances, words }: { instances: readonly Instance[]; words: string }) => {
  const overrides = useStored(rateOverrides.of(useApi().connectionId))
  const rates = ratesFor(
    { cpu_tier: cpuTier, gpu_model: null },
    { overrides, instances, listPrices: publishedPrices },
  )
  const [small] = presetsFor(notebook.flavor)
  const { figure: price } = hourlyFigure(estimate({ ...small, ...notebook, n_gpus: 0 }, rates).running)
  return (
    <Link to={paths.create(new URLSearchParams(notebook).toString())} className={buttonClass()}>
      <Plus aria-hidden size={14} />
      {words}
      {price !== 'unknown' && <span className="text-ink-muted max-sm:hidden">from {price}</span>}
    </Link>
  )
}

/** The launchpad: every web app as a tile to open, to pass on or to start again. */
const WebAppsPage = () => {
  const query = useInstances()
  const failure = useLoadFailure(query)
  const { data } = query
  const instances = data?.instances ?? []
  const apps = [...runningWebApps(instances), ...closedWebApps(instances)]
  useTitle('Web apps')
  return (
    <div data-wide>
      <PageHeader
        title="Web apps"
        actions={
          data !== undefined && (
            <>
              <Freshness query={query} quiet={apps.length === 0} />
              {apps.length > 0 && <NewNotebook instances={instances} words="New notebook" />}
            </>
          )
        }
      />
      {apps.length > 0 && <Launchpad apps={apps} />}
      {data !== undefined && apps.length === 0 && (
        <div className="mt-4 rounded-panel border border-line bg-surface">
          <EmptyState
            icon={<EnvironmentIcon environment={notebook} />}
            title="No web app is running"
            actions={<NewNotebook instances={instances} words="Start a notebook" />}
          >
            Marimo and RStudio show up here, ready to open and to share.
          </EmptyState>
        </div>
      )}
      {data === undefined && failure === null && (
        <ul aria-busy="true" className={gridClass}>
          {['a', 'b', 'c'].map((key) => (
            <li key={key}>
              <Skeleton className="h-[15rem] rounded-panel" />
            </li>
          ))}
        </ul>
      )}
      {failure !== null && (
        <LoadFailure title="The web apps could not be loaded." failure={failure} query={query} />
      )}
    </div>
  )
}
export default WebAppsPage
