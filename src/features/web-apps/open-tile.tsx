import ExternalLink from 'lucide-react/icons/external-link'
import { Link } from 'react-router'

import { formatAgo, formatDateTime } from '#lib/format.ts'
import { parseTimestamp } from '#lib/time.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { paths } from '#model/paths.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import type { WebApp } from '#model/instance/web-apps.ts'
import { buttonClass } from '#ui/button-class.ts'
import { LinkTools } from '#ui/link-tools.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

import { AppGlyph } from './app-glyph.tsx'

interface OpenTileProps extends WebApp {
  /** When the fleet was read, in milliseconds since the epoch: ages are told as of then. */
  readAt: number
}

/** A web app that runs: whose it is, what it costs, and the ways in. */
export const OpenTile = ({ instance, app, family, url, readAt }: OpenTileProps) => {
  const { name } = instance
  const createdAt = parseTimestamp(instance.created_at)
  return (
    <li className="flex min-w-0 flex-col gap-3.5 rounded-panel border border-line bg-surface p-4">
      <div className="flex min-w-0 items-start gap-3">
        <AppGlyph family={family} isOpen />
        <div className="min-w-0">
          <h2 className="truncate text-lead font-semibold" title={name}>
            <Link to={paths.instance(instance)} className="rounded-sm hover:underline">
              {name}
            </Link>
          </h2>
          <p className="truncate text-secondary text-ink-muted" title={url}>
            {app} · {new URL(url).host}
          </p>
        </div>
      </div>
      <p className="text-secondary text-ink-muted">
        <span className="text-ink">{hourlyText(hourlyCost(instance).now)} / h</span>
        {createdAt !== null && (
          <>
            {' '}
            · created <Tooltip text={formatDateTime(createdAt)}>{formatAgo(readAt - createdAt)}</Tooltip>
          </>
        )}
      </p>
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
        <span className="ml-auto flex items-center">
          <LinkTools name={name} url={url} what="address" named size="md" />
        </span>
      </div>
    </li>
  )
}
