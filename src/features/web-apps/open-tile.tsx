import type { LucideIcon } from 'lucide-react'
import AppWindow from 'lucide-react/icons/app-window'
import ChartSpline from 'lucide-react/icons/chart-spline'
import Dna from 'lucide-react/icons/dna'
import ExternalLink from 'lucide-react/icons/external-link'
import NotebookText from 'lucide-react/icons/notebook-text'
import { Link } from 'react-router'

import { formatAgo, formatDateTime } from '#lib/format.ts'
import { parseTimestamp } from '#lib/time.ts'
import type { FlavorFamily } from '#model/instance/flavors.ts'
import type { WebApp } from '#model/instance/web-apps.ts'
import { paths } from '#model/paths.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText } from '#model/pricing/price-text.ts'
import { buttonClass } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { LinkTools } from '#ui/link-tools.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

const glyphs: Record<FlavorFamily, LucideIcon> = {
  plain: AppWindow,
  notebook: NotebookText,
  'data-science': NotebookText,
  rstudio: ChartSpline,
  genomics: Dna,
}

/** What sort of app it is, at a glance; grey where it cannot be opened. */
const AppGlyph = ({ family, isOpen }: { family: FlavorFamily; isOpen: boolean }) => {
  const Glyph = glyphs[family]
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-9 shrink-0 place-items-center rounded-card',
        isOpen ? 'bg-accent-soft text-accent' : 'bg-sunken text-ink-muted',
      )}
    >
      <Glyph size={18} strokeWidth={1.75} />
    </span>
  )
}

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
