import AppWindow from 'lucide-react/icons/app-window'
import ExternalLink from 'lucide-react/icons/external-link'
import { Link } from 'react-router'

import { useInstances } from '#api/use-instances.ts'
import { paths } from '#model/paths.ts'
import { runningWebApps, type WebApp } from '#model/web-apps.ts'
import { Alert } from '#ui/alert.tsx'
import { buttonClass } from '#ui/button-class.ts'
import { CopyButton } from '#ui/copy-button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useTitle } from '#ui/use-title.ts'

const Tile = ({ instance: { name }, app, url }: WebApp) => (
  <li className="flex flex-col gap-3 rounded-panel border border-line bg-surface p-4">
    <div className="min-w-0">
      <h2 className="truncate text-lead font-semibold" title={name}>
        <Link to={paths.instance(name)} className="hover:underline">
          {name}
        </Link>
      </h2>
      <p className="truncate text-secondary text-ink-muted" title={url}>
        {app} · {new URL(url).host}
      </p>
    </div>
    <div className="mt-auto flex items-center gap-1">
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        aria-label={`Open ${app} on ${name}`}
        className={buttonClass()}
      >
        Open {app}
        <ExternalLink aria-hidden size={13} />
      </a>
      <CopyButton text={url} what={`address of ${name}`} size="md" />
    </div>
  </li>
)

/** The launchpad: every running web app as a tile to open or to pass on. */
const WebAppsPage = () => {
  const { data, error } = useInstances()
  useTitle('Web apps')
  const apps = data === undefined ? null : runningWebApps(data.instances)

  return (
    <>
      <PageHeader title="Web apps" />
      {apps === null ? (
        error === null ? (
          <Skeleton className="mt-4 h-[118px] w-80" />
        ) : (
          <div className="mt-4">
            <Alert title="The web apps could not be loaded.">
              {error.message} It is tried again by itself.
            </Alert>
          </div>
        )
      ) : apps.length === 0 ? (
        <EmptyState
          icon={<AppWindow aria-hidden size={18} />}
          title="No web app is running"
          actions={
            <Link to={paths.create('resource_type=container&flavor=marimo')} className={buttonClass()}>
              Start a notebook
            </Link>
          }
        >
          Marimo and RStudio environments serve a web app while they run; it shows up here, ready to open.
        </EmptyState>
      ) : (
        <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
          {apps.map((app) => (
            <Tile key={app.instance.uuid} {...app} />
          ))}
        </ul>
      )}
    </>
  )
}
export default WebAppsPage
