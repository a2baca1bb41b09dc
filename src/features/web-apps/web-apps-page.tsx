import AppWindow from 'lucide-react/icons/app-window'
import { Link } from 'react-router'

import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import LoadFailure from '#page/load-failure.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { querySearch } from '#lib/search-params.ts'
import { matches } from '#lib/text.ts'
import { stateInfo } from '#model/instance/states.ts'
import { type ClosedWebApp, closedWebApps, runningWebApps } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { useSearchState } from '#page/use-search-state.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SearchInput } from '#ui/search-input.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { StateBadge } from '#ui/state-mark.tsx'
import { useTitle } from '#ui/use-title.ts'

import { OpenTile } from './open-tile.tsx'

/** Web apps that cannot be opened now, each with why. */
const ClosedList = ({ apps }: { apps: readonly ClosedWebApp[] }) => (
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

/** As many tiles as one takes in at a glance; with more there is a search. */
const atAGlance = 8

const NoneRuns = () => (
  <EmptyState
    icon={<AppWindow aria-hidden size={18} />}
    title="No web app is running"
    actions={
      <>
        <Link to={paths.create('resource_type=container&flavor=marimo')} className={buttonClass()}>
          Start a notebook
        </Link>
        <Link to={paths.create('resource_type=container&flavor=rstudioserver')} className={buttonClass()}>
          Start RStudio
        </Link>
      </>
    }
  >
    Marimo and RStudio environments serve a web app while they run; it shows up here, ready to open and to
    share.
  </EmptyState>
)

const Launchpad = ({ instances, readAt }: { instances: readonly Instance[]; readAt: number }) => {
  const {
    values: { q: query },
    change,
  } = useSearchState(querySearch)
  const open = runningWebApps(instances)
  const closed = closedWebApps(instances)
  const isFound = ({ instance, app }: { instance: Instance; app: string }) =>
    matches([instance.name, app, instance.flavor, instance.owner_email], query)
  const shownOpen = open.filter(isFound)
  const shownClosed = closed.filter(isFound)
  const hasSearch = open.length + closed.length > atAGlance || query !== ''

  return (
    <>
      {hasSearch && (
        <SearchInput
          label="Search web apps"
          className="mt-4 md:max-w-72"
          value={query}
          onValueChange={(q) => change({ q }, { replace: true })}
        />
      )}
      {open.length === 0 && query === '' && <NoneRuns />}
      {shownOpen.length > 0 && (
        <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          {shownOpen.map((app) => (
            <OpenTile key={app.instance.uuid} {...app} readAt={readAt} />
          ))}
        </ul>
      )}
      {query !== '' && shownOpen.length + shownClosed.length === 0 && (
        <p role="status" className="mt-6 text-ink-muted">
          No web app matches “{query}”.
        </p>
      )}
      {shownClosed.length > 0 && <ClosedList apps={shownClosed} />}
    </>
  )
}

/** The launchpad: every running web app as a tile to open or to pass on, and below them those that do not run. */
const WebAppsPage = () => {
  const query = useInstances()
  const failure = useLoadFailure(query)
  const { data, dataUpdatedAt } = query
  useTitle('Web apps')
  return (
    <>
      <PageHeader title="Web apps" />
      {data !== undefined && <Launchpad instances={data.instances} readAt={dataUpdatedAt} />}
      {data === undefined && failure === null && (
        <ul aria-busy="true" className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          <li>
            <Skeleton className="h-[156px]" />
          </li>
        </ul>
      )}
      {failure !== null && (
        <LoadFailure title="The web apps could not be loaded." failure={failure} query={query} />
      )}
    </>
  )
}
export default WebAppsPage
