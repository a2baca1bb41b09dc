import Plus from 'lucide-react/icons/plus'
import { Link } from 'react-router'

import { useApi } from '#api/api-context.ts'
import { useInstances } from '#api/queries.ts'
import type { Instance } from '#contract/instance.ts'
import { cpuTiers } from '#contract/vocabulary.ts'
import { presetsFor } from '#model/create/presets.ts'
import { closedWebApps, runningWebApps } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { hourlyFigure } from '#model/pricing/price-text.ts'
import { estimate, publishedPrices, ratesFor } from '#model/pricing/rates.ts'
import { Freshness } from '#page/freshness.tsx'
import LoadFailure from '#page/load-failure.tsx'
import { useLoadFailure } from '#page/use-load-failure.ts'
import { rateOverrides } from '#storage/money.ts'
import { useStored } from '#storage/stored-value.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader, useTitle } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/loading.tsx'
import { EnvironmentIcon } from '#page/environment-icon.tsx'

import { gridClass, Launchpad } from './launchpad.tsx'

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
    <>
      <PageHeader
        title="Web apps"
        actions={
          apps.length > 0 && (
            <>
              <Freshness query={query} />
              <NewNotebook instances={instances} words="New notebook" />
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
    </>
  )
}
export default WebAppsPage
